import { makerOf, referenceMeans } from '@osteon/densitometry';
import { Decimal as Big } from 'decimal.js';
import { isKnownUnit, type Written } from './measured-value.js';
import type { PageRow } from './page-tables.js';
import type { Field } from './study.js';

/** Numbers as pages print them: any other form has lost a point, a sign or a digit. */
const printed: Readonly<Record<Field, RegExp>> = {
  bmd: /^\d[.,]\d{3}$/,
  bmc: /^\d{1,4}[.,]\d{1,2}$/,
  area: /^\d{1,4}[.,]\d{1,2}$/,
  tScore: /^[-+\u2212]?\d{1,2}[.,]\d$/,
  zScore: /^[-+\u2212]?\d{1,2}[.,]\d$/,
};

/** What rounding to the printed decimals can make: of BMD against content/area, of T against its reference. */
const ofBmd = 0.0015;
const ofScore = 0.055;

/** A row with what arithmetic confirms, and the fields that it does not. */
export interface Confirmed {
  readonly row: PageRow;
  readonly dropped: readonly Field[];
}

const number = ({ values }: PageRow, field: Field): Big | undefined => {
  const text = values[field]?.text.trim() ?? '';
  return printed[field].test(text) ? new Big(text.replace(',', '.').replace('\u2212', '-')) : undefined;
};

const isBmdConfirmed = (row: PageRow): boolean => {
  const [bmd, bmc, area] = [number(row, 'bmd'), number(row, 'bmc'), number(row, 'area')];
  if (bmd === undefined || bmc === undefined || area === undefined || area.lte(0)) return false;
  return bmc.div(area).minus(bmd).abs().lte(ofBmd);
};

const expectedScores = (row: PageRow, maker: string): Big[] => {
  const bmd = number(row, 'bmd');
  const region = 'unknown' in row.named ? '' : row.named.region;
  const fitting = referenceMeans.filter((reference) => reference.maker === makerOf(maker) && reference.region === region);
  return bmd === undefined ? [] : fitting.flatMap(({ means, sd }) => means.map((mean) => bmd.minus(mean).div(sd)));
};

/**
 * The printed T-score, with the sign that its reference gives it: OCR loses minus signs, and digits alone do not say. Where
 * the next decimal would fit as well, a misread digit could not be told from a right one.
 */
const confirmedScore = (row: PageRow, maker: string): string | undefined => {
  const read = number(row, 'tScore');
  const expected = expectedScores(row, maker);
  const fits = (score: Big): boolean => expected.some((each) => each.minus(score).abs().lte(ofScore));
  const confirmed = read && [read, read.neg()].find(fits);
  const isSure = confirmed !== undefined && !fits(confirmed.plus(0.1)) && !fits(confirmed.minus(0.1));
  return isSure ? confirmed.toFixed(1) : undefined;
};

/** OCR reads a superscript as anything. Where the numbers say g, cm2 and g/cm2 among themselves, a unit that nobody knows is one of them. */
const inItsUnit = (field: Field, written: Written | undefined): Partial<Record<Field, Written>> => {
  if (written === undefined) return {};
  const isRead = written.unit !== undefined && isKnownUnit(field, written.unit);
  return { [field]: isRead ? written : { text: written.text } };
};

const confirmRow = (row: PageRow, maker: string): Confirmed => {
  const isBmd = isBmdConfirmed(row);
  const tScore = confirmedScore(row, maker);
  const { bmd, bmc, area } = row.values;
  const kept: PageRow['values'] = {
    ...(isBmd ? { ...inItsUnit('bmd', bmd), ...inItsUnit('bmc', bmc), ...inItsUnit('area', area) } : {}),
    ...(tScore === undefined ? {} : { tScore: { text: tScore } }),
  };
  const fields: readonly Field[] = ['bmd', 'bmc', 'area', 'tScore', 'zScore'];
  return {
    row: { ...row, values: kept },
    dropped: fields.filter((field) => row.values[field] !== undefined && kept[field] === undefined),
  };
};

const vertebraeOf = (region: string): string[] =>
  region.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map((level) => Number(level.slice(1)));
    return Array.from({ length: to - from + 1 }, (_, at) => `L${from + at}`);
  });

const isSpine = ({ named }: PageRow): boolean => !('unknown' in named) && named.place.site === 'lumbar-spine';

const regionOf = ({ named }: PageRow): string => ('unknown' in named ? '' : named.region);

/** Content and area of a combination are the sums of its vertebrae's, to the last printed decimal of each. */
const isSum = (combined: PageRow, rows: readonly PageRow[]): boolean => {
  const parts = vertebraeOf(regionOf(combined)).map((name) => rows.find((row) => regionOf(row) === name));
  return (['bmc', 'area'] as const).every((field) => {
    const [total, ...values] = [combined, ...parts].map((row) => row && number(row, field));
    if (total === undefined || values.includes(undefined)) return false;
    return values
      .reduce<Big>((sum, value) => sum.plus(value ?? 0), new Big(0))
      .minus(total)
      .abs()
      .lte(0.005 * (values.length + 1));
  });
};

/** The vertebrae that some combination of the page confirms: its label, and theirs, are then read right. */
const summedVertebrae = (rows: readonly PageRow[]): ReadonlySet<string> => {
  const combined = rows.filter((row) => vertebraeOf(regionOf(row)).length > 1 && isSum(row, rows));
  return new Set(combined.flatMap((row) => [regionOf(row), ...vertebraeOf(regionOf(row))]));
};

const isTwice = (row: PageRow, rows: readonly PageRow[]): boolean =>
  rows.some((other) => other !== row && JSON.stringify(other.named) === JSON.stringify(row.named));

/**
 * What OCR has read of a page, guarded by arithmetic: BMD is content by area, T comes from the maker's female reference, labels
 * of vertebrae from sums. Z-scores have no reference here and are never confirmed; what is not confirmed is dropped.
 */
export const confirmRows = (rows: readonly PageRow[], maker: string): Confirmed[] => {
  const spine = rows.filter(isSpine);
  const summed = summedVertebrae(spine);
  return rows.map((row) => {
    const isLabelSure = !isTwice(row, rows) && (!isSpine(row) || summed.has(regionOf(row)));
    const all = Object.keys(row.values).filter((field): field is Field => field in printed);
    return isLabelSure ? confirmRow(row, maker) : { row: { ...row, values: {} }, dropped: all };
  });
};
