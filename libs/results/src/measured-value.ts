import { Decimal as Big } from 'decimal.js';
import type { Decimal, Field, ProblemCode } from './study.js';

/** A value as it stands in a source, with its unit where it has one. */
export interface Written {
  readonly text: string;
  readonly unit?: string;
}

/** Whether a document writes decimals with a comma: seen where no thousands could be meant. */
export type DecimalMark = 'comma' | 'point' | 'unseen';

const factors: Readonly<Record<Field, Readonly<Record<string, string>>>> = {
  bmd: { 'g/cm2': '1', 'g/cm²': '1', 'g/cm^2': '1', 'mg/cm2': '0.001' },
  bmc: { g: '1', mg: '0.001' },
  area: { cm2: '1', 'cm²': '1', 'cm^2': '1', mm2: '0.01' },
  tScore: { '': '1', '1': '1', '{T-score}': '1', SD: '1' },
  zScore: { '': '1', '1': '1', '{Z-score}': '1', SD: '1' },
};

/** Whether a unit of a field is one that is known. */
export const isKnownUnit = (field: Field, unit: string): boolean => Object.hasOwn(factors[field], unit.trim());

/** Where no unit stands with a BMD, it is g/cm2 only if no other unit could make sense of the number. */
const plausibleBmd = { least: 0.1, most: 3 };

const isGiven = (text: string): boolean => !/^(-{0,3}|n\/?a)$/i.test(text);

/** The mark that the numbers of a document agree on; both or neither seen: nothing is concluded. */
export const decimalMarkOf = (texts: readonly string[]): DecimalMark => {
  const comma = texts.some((text) => /^[+-]?\d+,(\d{1,2}|\d{4,})$/.test(text.trim()));
  const point = texts.some((text) => /^[+-]?\d+\.\d+$/.test(text.trim()));
  if (comma === point) return 'unseen';
  return comma ? 'comma' : 'point';
};

/** 1,023 can be one thousand and twenty-three, except where such a number cannot be. */
const isAmbiguous = (field: Field, text: string, mark: DecimalMark): boolean =>
  /^\d{1,3},\d{3}$/.test(text) && (field === 'bmc' || field === 'area') && mark !== 'comma';

const isImplausibleBmd = (number: number): boolean => number < plausibleBmd.least || number > plausibleBmd.most;

const scaled = (field: Field, text: string, unit: string | undefined): Decimal | 'UNIT_UNKNOWN' => {
  const number = Number(text);
  const factor = unit === undefined ? '1' : factors[field][unit.trim()];
  const isImplausible = field === 'bmd' && unit === undefined && isImplausibleBmd(number);
  if (factor === undefined || isImplausible) return 'UNIT_UNKNOWN';
  const places = (text.split('.')[1] ?? '').length;
  if (factor === '1') return { value: number, places };
  return { value: new Big(text).times(factor).toNumber(), places: places + new Big(factor).decimalPlaces() };
};

/**
 * The number that a source has written for a field, in g/cm2, g, cm2 or standard deviations; absent where it says nothing,
 * a problem where it could mean two things.
 */
export const readValue = (field: Field, written: Written, mark: DecimalMark): Decimal | ProblemCode | undefined => {
  const text = written.text.trim().replace('\u2212', '-');
  if (!isGiven(text)) return undefined;
  if (!/^[+-]?\d{1,12}([.,]\d{1,12})?$/.test(text)) return 'UNREADABLE';
  if (isAmbiguous(field, text, mark)) return 'DECIMAL_AMBIGUOUS';
  return scaled(field, text.replace(',', '.'), written.unit);
};
