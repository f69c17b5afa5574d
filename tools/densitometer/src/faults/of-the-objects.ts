import type { Keywords } from '@osteon/dicom';
import type { Written } from '../dialects/written.js';
import { textOf } from '@osteon/dicom';

const mapAt = (written: readonly Written[], chosen: number, change: (keywords: Keywords) => Keywords): Written[] =>
  written.map((one, at) => (at === chosen && 'keywords' in one ? { ...one, keywords: change(one.keywords) } : one));

/** One object carries another patient: the console was still on the one before. */
export const withAnotherPatient = (written: readonly Written[], seed: number): Written[] =>
  mapAt(written, seed % written.length, (keywords) => ({
    ...keywords,
    PatientName: 'Somebody^Else',
    PatientID: '999001',
    PatientBirthDate: '19390214',
  }));

const wrongNames: Readonly<Record<string, string>> = {
  'AP Spine': 'Left Femur',
  'Left Femur': 'Right Femur',
  'Right Femur': 'Left Femur',
  DualFemur: 'AP Spine',
  'Total Body': 'AP Spine',
  'Left Forearm': 'Right Femur',
  'Lumbar Spine': 'Left Hip',
  'Left Hip': 'Right Hip',
  'Right Hip': 'Lumbar Spine',
  'Whole Body': 'Lumbar Spine',
};

const namesOf = ({ keywords }: { readonly keywords: Keywords }): [string, string][] =>
  ['ProtocolName', 'PerformedProcedureStepDescription', 'SeriesDescription'].flatMap((name): [string, string][] => {
    const wrong = wrongNames[textOf(keywords, name) ?? ''];
    return wrong === undefined ? [] : [[name, wrong]];
  });

/** The header of one object names another protocol than the one whose numbers it carries. */
export const underAnotherProtocol = (written: readonly Written[], seed: number): Written[] => {
  const named = written.flatMap((one, at) => ('keywords' in one && namesOf(one).length > 0 ? [at] : []));
  return mapAt(written, named[seed % named.length] ?? -1, (keywords) => ({
    ...keywords,
    ...Object.fromEntries(namesOf({ keywords })),
  }));
};
