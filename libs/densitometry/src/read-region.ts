import type { Finding, Site, Withheld } from './assessment.js';
import { printedBmd, printedScore } from './decimals.js';
import type { PlacedRow } from './measured-site.js';
import { isWhite, valueProblems, type Judging } from './row-values.js';

/** What the rows of one region say together: BMD in g/cm2, printed scores, and why nothing may rest on them. */
export interface RegionReading {
  readonly bmd?: number;
  readonly tScore?: number;
  readonly zScore?: number;
  readonly heightAdjusted?: true;
  readonly why?: Withheld['why'];
  readonly findings: readonly Finding[];
}

const distinct = (values: readonly (number | undefined)[]): number[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

const found = (code: Finding['code'], level: Finding['level'], rows: readonly PlacedRow[]): Finding[] =>
  rows.map(({ at }) => ({ code, level, at }));

const scored = ({ row }: PlacedRow): boolean => row.tScore !== undefined;
const against = (sex: 'female' | 'male') => (placed: PlacedRow) => scored(placed) && placed.row.tReference?.sex === sex;
const unreferenced = (placed: PlacedRow): boolean => scored(placed) && !against('female')(placed) && !against('male')(placed);
const notWhite = ({ row }: PlacedRow): boolean => !isWhite(row.tReference?.ethnicity ?? 'white');

interface Chosen {
  readonly rows: readonly PlacedRow[];
  readonly why?: Withheld['why'];
  readonly findings: readonly Finding[];
}

/** The female reference for everybody's T. A woman's T of unstated reference is used with a warning, a man's is not. */
const chooseT = (rows: readonly PlacedRow[], { sex }: Judging): Chosen => {
  const [female, male, unstated] = [rows.filter(against('female')), rows.filter(against('male')), rows.filter(unreferenced)];
  if (female.length > 0) {
    const other = found('T_REFERENCE_NOT_WHITE', 'warning', female.filter(notWhite));
    return { rows: female, findings: [...found('T_REFERENCE_NOT_FEMALE', 'information', male), ...other] };
  }
  if (male.length > 0)
    return { rows: [], why: 'T_REFERENCE_NOT_FEMALE', findings: found('T_REFERENCE_NOT_FEMALE', 'blocks-signing', male) };
  if (sex === 'female') return { rows: unstated, findings: found('T_REFERENCE_UNKNOWN', 'warning', unstated) };
  return {
    rows: [],
    ...(unstated.length > 0 ? { why: 'T_REFERENCE_UNKNOWN' as const } : {}),
    findings: found('T_REFERENCE_UNKNOWN', 'blocks-signing', unstated),
  };
};

const zSex = ({ row }: PlacedRow): string | undefined => (row.zReference?.sex === 'unknown' ? undefined : row.zReference?.sex);

/** The database of the sex that the patient's Z-score refers to; a Z that names the other one is not used. */
const chooseZ = (rows: readonly PlacedRow[], { sexForZScore }: Judging): Chosen => {
  const withZ = rows.filter(({ row }) => row.zScore !== undefined || row.heightAdjustedZ !== undefined);
  const own = withZ.filter((placed) => zSex(placed) === sexForZScore);
  const unstated = withZ.filter((placed) => zSex(placed) === undefined);
  const chosen = own.length > 0 ? own : unstated;
  const usable = chosen.length > 0 || withZ.length === 0;
  return { rows: chosen, findings: [], ...(usable ? {} : { why: 'Z_REFERENCE_NOT_OF_PATIENT' as const }) };
};

const printed = (values: readonly (number | undefined)[]): number[] =>
  distinct(values.map((value) => (value === undefined ? undefined : printedScore(value))));

interface Numbers {
  readonly bmd: readonly number[];
  readonly t: readonly number[];
  readonly z: readonly number[];
  readonly adjusted: readonly number[];
}

const numbersOf = (rows: readonly PlacedRow[], t: Chosen, z: Chosen): Numbers => ({
  bmd: distinct(rows.map(({ row }) => (row.bmd === undefined ? undefined : printedBmd(row.bmd)))),
  t: printed(t.rows.map(({ row }) => row.tScore)),
  z: printed(z.rows.map(({ row }) => row.zScore)),
  adjusted: printed(z.rows.map(({ row }) => row.heightAdjustedZ)),
});

const none: Chosen = { rows: [], findings: [] };

const refusal = (site: Site, rows: readonly PlacedRow[], judging: Judging): Withheld['why'] | undefined =>
  (['BMD_IMPLAUSIBLE', 'SCORE_IMPLAUSIBLE', 'SCORE_ARITHMETIC'] as const).find((code) =>
    rows.some(({ row }) => valueProblems(site, row, judging).includes(code)),
  );

const only = (values: readonly number[]): number | undefined => (values.length === 1 ? values[0] : undefined);

const shown = ({ bmd, t, z, adjusted }: Numbers, { child }: Judging): Omit<RegionReading, 'findings'> => {
  const zScore = child ? (adjusted[0] ?? only(z)) : only(z);
  const tScore = only(t);
  return {
    ...(bmd[0] === undefined ? {} : { bmd: bmd[0] }),
    ...(tScore === undefined ? {} : { tScore }),
    ...(zScore === undefined ? {} : { zScore }),
    ...(child && adjusted[0] !== undefined ? { heightAdjusted: true as const } : {}),
  };
};

const whyNot = (kind: Judging['kind'], t: Chosen, z: Chosen): Withheld['why'] | undefined =>
  ({ T: t.why, Z: z.why, none: undefined })[kind];

/** A score that does not count may be given against two references. */
const contradict = ({ bmd, t, z, adjusted }: Numbers, kind: Judging['kind']): boolean =>
  [bmd, ...{ T: [t], Z: [z, adjusted], none: [] }[kind]].some((values) => values.length > 1);

/** Reads all rows of one region. Two rows that differ in BMD or in a score against one reference give neither. */
export const readRegion = (site: Site, rows: readonly PlacedRow[], judging: Judging): RegionReading => {
  const t = judging.child ? none : chooseT(rows, judging);
  const z = chooseZ(rows, judging);
  const findings = judging.kind === 'T' ? t.findings : [];
  const numbers = numbersOf(rows, t, z);
  if (contradict(numbers, judging.kind)) {
    const twice = found('TWO_VALUES_FOR_ONE_REGION', 'blocks-signing', rows.slice(1));
    return { why: 'TWO_VALUES_FOR_ONE_REGION', findings: [...findings, ...twice] };
  }
  const problem = refusal(site, rows, judging);
  const { bmd, ...scores } = shown(numbers, judging);
  const area = bmd === undefined || problem === 'BMD_IMPLAUSIBLE' ? {} : { bmd };
  if (problem !== undefined) return { ...area, why: problem, findings };
  const why = whyNot(judging.kind, t, z);
  return { ...area, ...scores, ...(why === undefined ? {} : { why }), findings };
};
