import { Decimal } from 'decimal.js';

/** As it is printed: rounded half away from zero in decimal arithmetic; zero has no sign. */
const rounded = (value: number, places: number): Decimal => {
  const shown = new Decimal(value).toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  return shown.isZero() ? new Decimal(0) : shown;
};

/** A T- or Z-score as it is printed, one decimal. Categories are decided on this number. */
export const printedScore = (score: number): number => rounded(score, 1).toNumber();

/** Text of a score: `-2.5`, `0.0`. */
export const scoreText = (score: number): string => rounded(score, 1).toFixed(1);

/** BMD in g/cm2 as it is printed, three decimals. */
export const printedBmd = (bmd: number): number => rounded(bmd, 3).toNumber();

/** Text of a BMD in g/cm2: `0.712`. */
export const bmdText = (bmd: number): string => rounded(bmd, 3).toFixed(3);

/** Text of BMC in g or area in cm2: `11.31`. */
export const twoDecimals = (value: number): string => rounded(value, 2).toFixed(2);

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
