import { dateFromDA, textOf } from '@osteon/dicom';
import { checkArithmetic } from './arithmetic.js';
import { crossCheck } from './cross-check.js';
import { nameReferences } from './name-references.js';
import type { ObjectRead } from './object-read.js';
import { areOfTwoPatients, firstOf, readHeader, readScanner } from './read-header.js';
import { settleTrends } from './settle-trends.js';
import { together, type DeviceFrax, type Problem, type Study } from './study.js';
import { reanalysedAmong, supersededAmong, type Superseded } from './supersede.js';

type Numbers = Pick<Study, 'scans' | 'deviceTrends' | 'problems' | 'deviceFrax' | 'reanalysed'>;

/** Two objects may carry the same FRAX; two different ones are none. */
const fraxOf = (all: readonly DeviceFrax[]): Pick<Study, 'deviceFrax'> => {
  const [first, ...others] = all;
  const isSame = others.every((each) => each.hipPercent === first?.hipPercent && each.majorPercent === first?.majorPercent);
  return first !== undefined && isSame ? { deviceFrax: { ...first, sources: all.flatMap(({ sources }) => sources) } } : {};
};

const withheldFrom = (problems: readonly Problem[]): Numbers => ({
  scans: [],
  deviceTrends: [],
  problems: [...(problems.some(({ code }) => code === 'TWO_PATIENTS') ? [] : [{ code: 'TWO_PATIENTS' as const }]), ...problems],
});

const settle = (objects: readonly ObjectRead[], superseded: Superseded): Numbers => {
  const headers = objects.map(({ header }) => header);
  const counts = ({ sopInstanceUID }: { readonly sopInstanceUID: string }): boolean => !superseded.has(sopInstanceUID);
  const all = together(objects.map(({ findings }) => findings));
  const rows = nameReferences(all.rows, readHeader(headers), readScanner(headers).manufacturer);
  const current = rows.filter(({ source }) => counts(source));
  const { trends, frax = [] } = together(objects.filter(counts).map(({ findings }) => findings));
  const { scans, problems } = crossCheck(current);
  const told = settleTrends(trends);
  const none: Problem[] = current.length === 0 ? [{ code: 'NO_RESULTS' }] : [];
  const reanalysed = reanalysedAmong(rows, superseded);
  return {
    scans,
    deviceTrends: told.trends,
    problems: [...all.problems, ...problems, ...told.problems, ...scans.flatMap(checkArithmetic), ...none],
    ...fraxOf(frax),
    ...(reanalysed.length === 0 ? {} : { reanalysed }),
  };
};

const numbersOf = (objects: readonly ObjectRead[], superseded: Superseded): Numbers => {
  const problems = objects.flatMap(({ findings }) => findings.problems);
  const isRefused = areOfTwoPatients(objects.map(({ header }) => header)) || problems.some(({ code }) => code === 'TWO_PATIENTS');
  return isRefused ? withheldFrom(problems) : settle(objects, superseded);
};

/** One study of what its objects gave, in the order of their arrival. */
export const readStudy = (studyInstanceUID: string | undefined, objects: readonly ObjectRead[]): Study => {
  const headers = objects.map(({ header }) => header);
  const superseded = supersededAmong(objects);
  const [accessionNumber, date] = [firstOf(headers, 'AccessionNumber'), dateFromDA(firstOf(headers, 'StudyDate'))];
  return {
    ...(studyInstanceUID === undefined ? {} : { studyInstanceUID }),
    ...(accessionNumber === undefined ? {} : { accessionNumber }),
    ...(date === undefined ? {} : { date }),
    header: readHeader(headers),
    scanner: readScanner(headers),
    ...numbersOf(objects, superseded),
    objects: objects.map(({ sopInstanceUID, about }) => {
      const supersededBy = superseded.get(sopInstanceUID);
      return { sopInstanceUID, ...about, ...(supersededBy === undefined ? {} : { supersededBy }) };
    }),
  };
};

/** Which study an object belongs to, by itself or by where it was stored. */
export const studyOf = ({ header }: ObjectRead, stored: string | undefined): string | undefined =>
  textOf(header, 'StudyInstanceUID') ?? stored;
