import type { ScoreReference, ValueSource } from '@osteon/contracts';
import { geScans, nameRegion } from './ge-names.js';
import { decimalMarkOf, readValue, type DecimalMark, type Written } from './measured-value.js';
import { fields, nothing, type Decimal, type Field, type Findings, type Problem, type ProblemCode, type Row } from './study.js';

/** A row as a GE console has written it, in whichever form. */
export interface WrittenRow {
  readonly scan: string;
  readonly region: string;
  readonly values: Readonly<Partial<Record<Field, Written>>>;
  /** The reference population, where the console names it. */
  readonly reference?: string;
  readonly source: ValueSource;
}

/** The elements and code meanings of enCORE for the values that are read. */
export const geFields: Readonly<Record<string, Field>> = {
  BMD: 'bmd',
  BMC: 'bmc',
  AREA: 'area',
  BMD_TSCORE: 'tScore',
  BMD_ZSCORE: 'zScore',
};

const sexOf = (name: string): ScoreReference['sex'] => {
  if (/female|wom[ae]n/i.test(name)) return 'female';
  return /\bm(ale|[ae]n)\b/i.test(name) ? 'male' : undefined;
};

const referenceOf = (name: string | undefined): ScoreReference | undefined => {
  if (name === undefined || name.trim() === '') return undefined;
  const sex = sexOf(name);
  return { name: name.trim(), ...(sex ? { sex } : {}) };
};

const problemAt = (code: ProblemCode, { source }: WrittenRow, what: string): Problem => ({
  code,
  detail: `${source.kind} ${source.at}${what === '' ? '' : ` ${what}`}`,
  sopInstanceUID: source.sopInstanceUID,
});

const readValues = (row: WrittenRow, mark: DecimalMark): { values: Row['values']; problems: Problem[] } => {
  const values: Partial<Record<Field, Decimal>> = {};
  const problems: Problem[] = [];
  for (const field of fields) {
    const written = row.values[field];
    const read = written && readValue(field, written, mark);
    if (typeof read === 'string') problems.push(problemAt(read, row, field));
    else if (read !== undefined) values[field] = read;
  }
  return { values, problems };
};

const readRow = (row: WrittenRow, mark: DecimalMark): Findings => {
  const scan = geScans[row.scan];
  if (scan === undefined) return { ...nothing, problems: [problemAt('UNKNOWN_SITE', row, '')] };
  const named = nameRegion(scan, row.region);
  if ('unknown' in named) return { ...nothing, problems: [problemAt(named.unknown, row, '')] };
  const { values, problems } = readValues(row, mark);
  const reference = referenceOf(row.reference);
  return {
    ...nothing,
    rows: [{ ...named.place, region: named.region, values, ...(reference ? { reference } : {}), source: row.source }],
    problems,
  };
};

/** The rows of one document, whose numbers all follow one decimal mark. */
export const readRows = (rows: readonly WrittenRow[]): Findings => {
  const mark = decimalMarkOf(rows.flatMap(({ values }) => Object.values(values).map(({ text }) => text)));
  const read = rows.map((row) => readRow(row, mark));
  return { rows: read.flatMap(({ rows: found }) => found), trends: [], problems: read.flatMap(({ problems }) => problems) };
};
