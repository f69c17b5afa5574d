import type { ScoreReference, ValueSource } from '@osteon/contracts';
import { Decimal as Big } from 'decimal.js';
import { decimalMarkOf, readValue, type DecimalMark, type Written } from './measured-value.js';
import {
  fields,
  onlyProblem,
  type Decimal,
  type Field,
  type Findings,
  type Place,
  type Problem,
  type ProblemCode,
  type Row,
} from './study.js';

/** What the names of a scan and a region mean, or why they mean nothing here. */
export type Named =
  { readonly place: Place; readonly region: string } | { readonly unknown: 'UNKNOWN_REGION' | 'UNKNOWN_SITE' | 'SIDE_MISSING' };

/** A row as a device has written it, in whichever form. */
export interface WrittenRow {
  readonly named: Named;
  readonly values: Readonly<Partial<Record<Field, Written>>>;
  /** The reference populations of T- and Z-score, where the device names them. */
  readonly reference?: string;
  readonly zReference?: string;
  readonly mode?: string;
  readonly source: ValueSource;
}

const sexOf = (name: string): ScoreReference['sex'] => {
  if (/female|wom[ae]n/i.test(name)) return 'female';
  return /\bm(ale|[ae]n)\b/i.test(name) ? 'male' : undefined;
};

/** A reference population by the name that the device gives it. */
export const referenceOf = (name: string | undefined): ScoreReference | undefined => {
  if (name === undefined || name.trim() === '') return undefined;
  const sex = sexOf(name);
  const ethnicity = /\b(white|caucasian)\b/i.test(name) ? 'white' : undefined;
  return { name: name.trim(), ...(sex ? { sex } : {}), ...(ethnicity ? { ethnicity } : {}) };
};

const problemAt = (code: ProblemCode, { source }: WrittenRow, what: string): Problem => ({
  code,
  detail: `${source.kind} ${source.at}${what === '' ? '' : ` ${what}`}`,
  sopInstanceUID: source.sopInstanceUID,
});

/** Some consoles write mg/cm2 without saying so: taken only where content and area of the same row say the same. */
const inMilligrams = ({ values }: WrittenRow, mark: DecimalMark): Decimal | undefined => {
  const [bmd, bmc, area] = (['bmd', 'bmc', 'area'] as const).map((field) => {
    const written = values[field];
    return written && readValue(field, field === 'bmd' ? { text: written.text, unit: 'mg/cm2' } : written, mark);
  });
  if (typeof bmd !== 'object' || typeof bmc !== 'object' || typeof area !== 'object' || area.value <= 0) return undefined;
  return new Big(bmc.value).div(area.value).minus(bmd.value).abs().lte(0.003) ? bmd : undefined;
};

const readField = (row: WrittenRow, field: Field, mark: DecimalMark): Decimal | ProblemCode | undefined => {
  const written = row.values[field];
  const read = written && readValue(field, written, mark);
  const isMilligrams = field === 'bmd' && read === 'UNIT_UNKNOWN' && (written?.unit ?? 'g/cm2').trim() === 'g/cm2';
  return isMilligrams ? (inMilligrams(row, mark) ?? read) : read;
};

const readValues = (row: WrittenRow, mark: DecimalMark): { values: Row['values']; problems: Problem[] } => {
  const values: Partial<Record<Field, Decimal>> = {};
  const problems: Problem[] = [];
  for (const field of fields) {
    const read = readField(row, field, mark);
    if (typeof read === 'string') problems.push(problemAt(read, row, field));
    else if (read !== undefined) values[field] = read;
  }
  return { values, problems };
};

const readRow = (row: WrittenRow, mark: DecimalMark): Findings => {
  const { named, source, mode } = row;
  if ('unknown' in named) return onlyProblem(problemAt(named.unknown, row, ''));
  const { values, problems } = readValues(row, mark);
  const [reference, zReference] = [referenceOf(row.reference), referenceOf(row.zReference)];
  const more = { ...(reference ? { reference } : {}), ...(zReference ? { zReference } : {}), ...(mode ? { mode } : {}) };
  const rows = Object.keys(values).length === 0 ? [] : [{ ...named.place, region: named.region, values, ...more, source }];
  return { rows, trends: [], problems };
};

/** The decimal mark of the numbers in these rows. */
export const markOfRows = (rows: readonly WrittenRow[]): DecimalMark =>
  decimalMarkOf(rows.flatMap(({ values }) => Object.values(values).map(({ text }) => text)));

/** The rows of one document, whose numbers all follow one decimal mark. Rows without any number are left out. */
export const readRows = (rows: readonly WrittenRow[], mark: DecimalMark = markOfRows(rows)): Findings => {
  const read = rows.map((row) => readRow(row, mark));
  return { rows: read.flatMap(({ rows: found }) => found), trends: [], problems: read.flatMap(({ problems }) => problems) };
};
