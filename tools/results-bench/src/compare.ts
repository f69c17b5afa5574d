import type { Region, Study, Truth } from './truth.js';

/** One value that was given and should not have been, or not so. */
export interface Wrong {
  /** `hip left femoral-neck tScore`. */
  readonly at: string;
  readonly given: string;
  /** What it is; absent where the console has not said it, or nobody can know it. */
  readonly truth?: string;
}

export interface Outcome {
  readonly right: number;
  /** Values that the console has said and the readers have not given. */
  readonly withheld: readonly string[];
  readonly wrong: readonly Wrong[];
}

/** What says that nobody knows. */
const UNKNOWN = 'unknown';

const measured = ['bmd', 'bmc', 'area', 'tScore', 'zScore'] as const;
type Measured = (typeof measured)[number];

/** A whole body less the head is one region under either of the names that the format knows for it. */
const keyOf = (site: string, side: string | undefined, region: string): string =>
  site === 'whole-body-less-head' ? 'whole-body subtotal' : [site, ...(side === undefined ? [] : [side]), region].join(' ');

const rowsOf = (studies: readonly Study[]): Map<string, Region[]> => {
  const rows = new Map<string, Region[]>();
  for (const { scans } of studies)
    for (const { site, side, regions } of scans)
      for (const one of regions) {
        const key = keyOf(site, side, one.region);
        rows.set(key, [...(rows.get(key) ?? []), one]);
      }
  return rows;
};

const isSame = (one: number | string, other: number | string): boolean =>
  typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) < 1e-9 : one === other;

/** The true rows that a given one can stand for: where it names whom T is against, only those. */
const meant = (given: Region, truth: readonly Region[]): readonly Region[] => {
  const sex = given.tReference?.sex;
  const named = truth.filter(({ tReference }) => tReference?.sex === sex);
  return sex === undefined || named.length === 0 ? truth : named;
};

const wrongValue = (key: string, name: Measured, given: Region, truth: readonly Region[]): Wrong[] => {
  const value = given[name];
  const candidates = (name === 'tScore' ? meant(given, truth) : truth).flatMap((row) => row[name] ?? []);
  if (value === undefined || candidates.some((one) => isSame(one, value))) return [];
  return [{ at: `${key} ${name}`, given: String(value), ...(candidates.length === 0 ? {} : { truth: candidates.join(' or ') }) }];
};

/** Whom T is against, where the readers say it and the truth knows it. */
const wrongReference = (key: string, given: Region, truth: readonly Region[]): Wrong[] => {
  const sex = given.tReference?.sex ?? UNKNOWN;
  const known = truth.flatMap(({ tReference }) => tReference?.sex ?? []);
  if (sex === UNKNOWN || known.length === 0 || known.includes(sex)) return [];
  return [{ at: `${key} tReference`, given: sex, truth: known.join(' or ') }];
};

const isGiven = (row: Region, name: Measured, given: readonly Region[]): boolean =>
  given.some((one) => one[name] !== undefined && isSame(one[name], row[name] ?? NaN));

interface Tally {
  right: number;
  withheld: string[];
  wrong: Wrong[];
}

const tallyRow = (tally: Tally, key: string, row: Region, given: readonly Region[]): void => {
  for (const name of measured) {
    const at = `${key} ${name}`;
    if (row[name] === undefined || tally.wrong.some((one) => one.at === at)) continue;
    if (isGiven(row, name, given)) tally.right += 1;
    else tally.withheld.push(at);
  }
};

const tallyRows = (tally: Tally, truth: Map<string, Region[]>, given: Map<string, Region[]>): void => {
  for (const [key, rows] of given) {
    const known = truth.get(key) ?? [];
    for (const row of rows)
      tally.wrong.push(...measured.flatMap((name) => wrongValue(key, name, row, known)), ...wrongReference(key, row, known));
  }
  for (const [key, rows] of truth) for (const row of rows) tallyRow(tally, key, row, given.get(key) ?? []);
};

const facts = (study: Study): [string, string | number][] => [
  ...(['date', 'accessionNumber'] as const).flatMap((name): [string, string][] =>
    study[name] === undefined ? [] : [[name, study[name]]],
  ),
  ...Object.entries(study.header ?? {}).map(([name, value]): [string, string | number] => [`header ${name}`, value]),
  ...Object.entries(study.scanner ?? {}).map(([name, value]): [string, string | number] => [`scanner ${name}`, value]),
];

const trendFacts = (study: Study): [string, number][] =>
  (study.deviceTrends ?? []).flatMap(({ site, side, regions, points }) =>
    points.flatMap(({ date, bmd }): [string, number][] =>
      bmd === undefined ? [] : [[`trend ${keyOf(site, side, regions)} ${date}`, bmd]],
    ),
  );

const wrongFact = (at: string, value: string | number, fact: string | number | undefined): Wrong[] => {
  if (fact === undefined) return [{ at, given: String(value) }];
  return isSame(fact, value) ? [] : [{ at, given: String(value), truth: String(fact) }];
};

/** Header and trends: what is given must be so; what is not given counts only where it is a number of a trend. */
const tallyFacts = (tally: Tally, truth: Study, given: readonly Study[]): void => {
  const known = new Map<string, string | number>([...facts(truth), ...trendFacts(truth)]);
  const said = given.flatMap((study) => [...facts(study), ...trendFacts(study)]).filter(([, value]) => value !== UNKNOWN);
  const hasTrend = (truth.deviceTrends ?? []).length > 0;
  const isCompared = (at: string): boolean => known.has(at) || (hasTrend && at.startsWith('trend lumbar-spine L1-L4'));
  tally.wrong.push(...said.filter(([at]) => isCompared(at)).flatMap(([at, value]) => wrongFact(at, value, known.get(at))));
  const names = new Set(said.map(([at]) => at));
  for (const [at] of trendFacts(truth)) {
    if (!names.has(at)) tally.withheld.push(at);
    else if (!tally.wrong.some((one) => one.at === at)) tally.right += 1;
  }
};

/** What may not be given: neither counted as right nor as withheld, but wrong where it is given. */
const takeDisputed = (truth: Truth, rows: Map<string, Region[]>): void => {
  for (const { site, side, region, value } of truth.withheld) {
    const key = keyOf(site, side, region);
    rows.set(
      key,
      (rows.get(key) ?? []).map((row) => ({ ...row, [value]: undefined })),
    );
  }
};

/** Compares what the readers give of one study with what its console has said, value by value. */
export const compare = (truth: Truth, given: readonly Study[]): Outcome => {
  const tally: Tally = { right: 0, withheld: [], wrong: [] };
  const [said] = truth.studies;
  const rows = truth.isRefused ? new Map<string, Region[]>() : rowsOf(truth.studies);
  takeDisputed(truth, rows);
  tallyRows(tally, rows, rowsOf(given));
  if (said && !truth.isRefused) tallyFacts(tally, said, given);
  return tally;
};
