import type { reading, Region, Scan, TypedValue, ValueField } from '@osteon/contracts';
import { bmdText, nameOfRow, nameOfSite, scoreText, twoDecimals } from '@osteon/densitometry';
import { momentText } from './words.js';

/** Stands beside each printed value that a hand typed, and before the line that says whose hand. */
export const TYPED_MARK = '*';

const fields: Readonly<Record<ValueField, { readonly name: string; readonly text: (value: number) => string }>> = {
  bmd: { name: 'BMD', text: (value) => `${bmdText(value)} g/cm²` },
  bmc: { name: 'BMC', text: (value) => `${twoDecimals(value)} g` },
  area: { name: 'area', text: (value) => `${twoDecimals(value)} cm²` },
  tScore: { name: 'T-score', text: scoreText },
  zScore: { name: 'Z-score', text: scoreText },
};

/** The mark where the value of this field is a hand's. */
export const markOf = ({ typed = [] }: Region, field: ValueField): string => (typed.some((each) => each.field === field) ? TYPED_MARK : '');

const typistOf = ({ by, name }: TypedValue): string => (name === undefined ? by : `${name} (${by})`);

const lineOf = (row: Region, typed: TypedValue, zone: string): string => {
  const { name, text } = fields[typed.field];
  const value = row[typed.field];
  const now = value === undefined ? 'taken away by hand' : `${text(value)} typed by hand`;
  const device = typed.deviceSaid === undefined ? 'nothing' : text(typed.deviceSaid);
  return `${TYPED_MARK} ${nameOfRow(row.region)}, ${name}: ${now} (the densitometer: ${device}), ${typistOf(typed)}, ${momentText(typed.at, zone)}`;
};

/** One line for each value of a scan that is a hand's: what the densitometer says, who typed and when. */
export const typedLines = ({ regions }: Scan, zone: string): string[] =>
  regions.flatMap((row) => (row.typed ?? []).map((typed) => lineOf(row, typed, zone)));

const valuesOf = ({ site, side, regions }: Scan): string[] =>
  regions.flatMap(({ region, typed = [], ...row }) => {
    const names = typed.filter(({ field }) => row[field] !== undefined).map(({ field }) => fields[field].name);
    return names.length === 0 ? [] : [`${nameOfSite(site, side)}, ${nameOfRow(region)} (${names.join(', ')})`];
  });

/** The sentence of the report's text about values of a hand; empty where all are the densitometer's. */
export const typedSentence = ({ scans }: Pick<reading.ReviewContentV1, 'scans'>): string => {
  const values = scans.flatMap(valuesOf);
  return values.length === 0 ? '' : `Typed by hand, not sent by the densitometer: ${values.join('; ')}.`;
};
