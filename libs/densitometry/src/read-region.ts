import type { Finding, Score, Withheld } from './assessment.js';
import { printedBmd, printedScore } from './decimals.js';
import type { PlacedRow } from './measured-site.js';
import type { Patient } from './patient-shape.js';

/** What the rows of one region say together: BMD in g/cm2, the score that counts, and why a score is withheld. */
export interface RegionReading {
  readonly bmd?: number;
  readonly score?: number;
  readonly withheld?: Withheld['why'];
  readonly findings: readonly Finding[];
}

const scored = ({ row }: PlacedRow): boolean => row.tScore !== undefined;
const against = (sex: 'female' | 'male') => (placed: PlacedRow) => scored(placed) && placed.row.tReference?.sex === sex;
const unreferenced = (placed: PlacedRow): boolean => scored(placed) && !against('female')(placed) && !against('male')(placed);

const distinct = (values: readonly (number | undefined)[]): number[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

const found = (code: Finding['code'], level: Finding['level'], rows: readonly PlacedRow[]): Finding[] =>
  rows.map(({ at }) => ({ code, level, at }));

interface Chosen {
  readonly rows: readonly PlacedRow[];
  readonly withheld?: Withheld['why'];
  readonly findings: readonly Finding[];
}

/** The female reference for everybody's T. A woman's T of unstated reference is used with a warning, a man's is not. */
const chooseT = (rows: readonly PlacedRow[], sex: Patient['sex']): Chosen => {
  const [female, male, unstated] = [rows.filter(against('female')), rows.filter(against('male')), rows.filter(unreferenced)];
  if (female.length > 0) return { rows: female, findings: found('T_REFERENCE_NOT_FEMALE', 'information', male) };
  if (male.length > 0)
    return { rows: [], withheld: 'T_REFERENCE_NOT_FEMALE', findings: found('T_REFERENCE_NOT_FEMALE', 'blocks-signing', male) };
  if (sex === 'female') return { rows: unstated, findings: found('T_REFERENCE_UNKNOWN', 'warning', unstated) };
  return {
    rows: [],
    ...(unstated.length > 0 ? { withheld: 'T_REFERENCE_UNKNOWN' as const } : {}),
    findings: found('T_REFERENCE_UNKNOWN', 'blocks-signing', unstated),
  };
};

const scoresOf = (rows: readonly PlacedRow[], kind: Score['kind'], sex: Patient['sex']): Chosen & { scores: number[] } => {
  if (kind === 'T') {
    const chosen = chooseT(rows, sex);
    return { ...chosen, scores: distinct(chosen.rows.map(({ row }) => row.tScore)) };
  }
  return { rows, findings: [], scores: kind === 'Z' ? distinct(rows.map(({ row }) => row.zScore)) : [] };
};

/** Reads all rows of one region. Two rows that differ in BMD or in the score that counts give neither. */
export const readRegion = (rows: readonly PlacedRow[], kind: Score['kind'], sex: Patient['sex']): RegionReading => {
  const bmds = distinct(rows.map(({ row }) => (row.bmd === undefined ? undefined : printedBmd(row.bmd))));
  const { scores, withheld, findings } = scoresOf(rows, kind, sex);
  if (bmds.length > 1 || (kind === 'T' && scores.length > 1)) {
    const twice = found('TWO_VALUES_FOR_ONE_REGION', 'blocks-signing', rows.slice(1));
    return { withheld: 'TWO_VALUES_FOR_ONE_REGION', findings: [...findings, ...twice] };
  }
  const [bmd] = bmds;
  const [score] = scores.length === 1 ? scores : [];
  return {
    ...(bmd === undefined ? {} : { bmd }),
    ...(score === undefined ? {} : { score: printedScore(score) }),
    ...(withheld === undefined ? {} : { withheld }),
    findings,
  };
};
