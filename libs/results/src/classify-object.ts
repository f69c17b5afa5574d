import { numberOf, textOf, type Keywords } from '@osteon/dicom';
import { geScans } from './ge-names.js';
import type { StudyObject } from './study.js';

const structuredReports = '1.2.840.10008.5.1.4.1.1.88.';

const kindOf = (keywords: Keywords): StudyObject['kind'] => {
  if (textOf(keywords, 'SOPClassUID')?.startsWith(structuredReports)) return 'results';
  return (numberOf(keywords, 'Rows') ?? 0) > 0 ? 'image' : 'other';
};

/**
 * What an object is and where it belongs. Body Part Examined and Laterality stay empty on GE consoles: site and side come
 * from the Protocol Name, else from the description of the performed step, whole names only; absent where that is unknown.
 */
export const classifyObject = (keywords: Keywords): Omit<StudyObject, 'sopInstanceUID'> => {
  const name = textOf(keywords, 'ProtocolName') ?? textOf(keywords, 'PerformedProcedureStepDescription') ?? '';
  const { site, side } = geScans[name] ?? {};
  return { kind: kindOf(keywords), ...(site ? { site } : {}), ...(side && side !== 'both' ? { side } : {}) };
};
