import { dateFromDA, textOf } from '@osteon/dicom';
import { checkArithmetic } from './arithmetic.js';
import { crossCheck } from './cross-check.js';
import type { ObjectRead } from './object-read.js';
import { areOfTwoPatients, firstOf, readHeader, readScanner } from './read-header.js';
import { together, type DeviceFrax, type Findings, type Problem, type Study } from './study.js';
import { reanalysedAmong, supersededAmong, type Superseded } from './supersede.js';

type Numbers = Pick<Study, 'scans' | 'deviceTrends' | 'problems' | 'deviceFrax' | 'reanalysed'>;

const distinct = <T>(items: readonly T[]): T[] => [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];

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

const settle = (findings: Findings, superseded: Superseded): Numbers => {
  const current = findings.rows.filter(({ source }) => !superseded.has(source.sopInstanceUID));
  const { scans, problems } = crossCheck(current);
  const none: Problem[] = current.length === 0 ? [{ code: 'NO_RESULTS' }] : [];
  const reanalysed = reanalysedAmong(findings.rows, superseded);
  return {
    scans,
    deviceTrends: distinct(findings.trends),
    problems: [...findings.problems, ...problems, ...scans.flatMap(checkArithmetic), ...none],
    ...fraxOf(findings.frax ?? []),
    ...(reanalysed.length === 0 ? {} : { reanalysed }),
  };
};

const numbersOf = (objects: readonly ObjectRead[], superseded: Superseded): Numbers => {
  const findings = together(objects.map((object) => object.findings));
  const isRefused =
    areOfTwoPatients(objects.map(({ header }) => header)) || findings.problems.some(({ code }) => code === 'TWO_PATIENTS');
  return isRefused ? withheldFrom(findings.problems) : settle(findings, superseded);
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
