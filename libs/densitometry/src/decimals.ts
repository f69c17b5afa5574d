import { Decimal } from 'decimal.js';

/** As it is printed: rounded half away from zero in decimal arithmetic; zero has no sign. */
const rounded = (value: number, places: number): Decimal => {
  const shown = new Decimal(value).toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  return shown.isZero() ? new Decimal(0) : shown;
};

/** It has no more decimals than these, so there is nothing to round: most of what devices print. */
const isPrinted = (value: number, places: number): boolean => Math.abs(value) < 1e15 && Number(value.toFixed(places)) === value;

const numberOf = (value: number, places: number): number =>
  isPrinted(value, places) ? value + 0 : rounded(value, places).toNumber();

const textOf = (value: number, places: number): string =>
  isPrinted(value, places) ? (value + 0).toFixed(places) : rounded(value, places).toFixed(places);

/** A T- or Z-score as it is printed, one decimal. Categories are decided on this number. */
export const printedScore = (score: number): number => numberOf(score, 1);

/** Text of a score: `-2.5`, `0.0`. */
export const scoreText = (score: number): string => textOf(score, 1);

/** BMD in g/cm2 as it is printed, three decimals. */
export const printedBmd = (bmd: number): number => numberOf(bmd, 3);

/** Text of a BMD in g/cm2: `0.712`. */
export const bmdText = (bmd: number): string => textOf(bmd, 3);

/** Text of a number as it was given, without an exponent: `1.29`. */
export const plainText = (value: number): string => new Decimal(value).toFixed();

/** Text of BMC in g or area in cm2: `11.31`. */
export const twoDecimals = (value: number): string => textOf(value, 2);

/** How near two numbers must be before binary arithmetic may misjudge which is larger. */
export const UNSURE = 1e-9;

/** Whether value - other is above a limit as decimals: binary arithmetic decides where it is clear of the limit. */
export const isAbove = ([value, other]: readonly [number, number], limit: number): boolean => {
  const clear = value - other - limit;
  if (Math.abs(clear) > UNSURE * Math.max(1, Math.abs(value), Math.abs(other))) return clear > 0;
  return new Decimal(value).minus(other).greaterThan(limit);
};

/** sum BMC / sum area in g/cm2, as printed; nothing where a part is missing or the area is not above zero. */
export const combinedBmd = (parts: readonly { bmc?: number; area?: number }[]): number | undefined => {
  const sum = (values: (number | undefined)[]): Decimal | undefined =>
    values.reduce<Decimal | undefined>(
      (total, value) => (total === undefined || value === undefined ? undefined : total.plus(value)),
      new Decimal(0),
    );
  const bmc = sum(parts.map((part) => part.bmc));
  const area = sum(parts.map((part) => part.area));
  if (bmc === undefined || area === undefined || !area.greaterThan(0)) return undefined;
  return printedBmd(bmc.dividedBy(area).toNumber());
};
