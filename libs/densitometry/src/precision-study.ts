import { Decimal } from 'decimal.js';

/** Repeated measurements of one patient by one technologist, BMD in g/cm2. */
export interface RepeatedPatient {
  readonly patient: string;
  readonly technologist: string;
  readonly bmd: readonly number[];
}

/** What a precision study gives: RMS-SD and LSC (95 %) in g/cm2 with the limits of the LSC, %CV beside them. */
export interface Precision {
  readonly patients: number;
  readonly degreesOfFreedom: number;
  readonly rmsSd: number;
  readonly percentCv: number;
  readonly lscGcm2: number;
  readonly lscLow: number;
  readonly lscHigh: number;
}

/** LSC at 95 % = 1.96 x root 2 x precision error (ISCD). */
export const LSC_FACTOR = 2.77;
/** 30 patients twice or 15 three times: 30 degrees of freedom. */
export const DEGREES_NEEDED = 30;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const squares = (values: readonly number[]): number => {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
};

/** Quantile of chi-squared by Wilson and Hilferty (1931): within 0.5 % from 30 degrees of freedom on. */
const chiSquared = (degrees: number, z: number): number =>
  degrees * (1 - 2 / (9 * degrees) + z * Math.sqrt(2 / (9 * degrees))) ** 3;

const rounded = (value: number, places: number): number =>
  new Decimal(value).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toNumber();

/** Precision over all these patients: sums of squares pooled over their degrees of freedom. */
export const precisionOf = (patients: readonly RepeatedPatient[]): Precision => {
  const degrees = patients.reduce((sum, { bmd }) => sum + bmd.length - 1, 0);
  const rmsSd = Math.sqrt(patients.reduce((sum, { bmd }) => sum + squares(bmd), 0) / degrees);
  const relative = patients.reduce((sum, { bmd }) => sum + squares(bmd) / mean(bmd) ** 2, 0);
  const limit = (z: number): number => rounded(LSC_FACTOR * rmsSd * Math.sqrt(degrees / chiSquared(degrees, z)), 4);
  return {
    patients: patients.length,
    degreesOfFreedom: degrees,
    rmsSd: rounded(rmsSd, 4),
    percentCv: rounded(100 * Math.sqrt(relative / degrees), 2),
    lscGcm2: rounded(LSC_FACTOR * rmsSd, 3),
    lscLow: limit(1.959964),
    lscHigh: limit(-1.959964),
  };
};

const measuredTwice = ({ bmd }: RepeatedPatient): boolean => bmd.length >= 2;

/** Why a study is too small: 15 patients with 30 degrees of freedom are needed; nothing where it is large enough. */
export const tooSmall = (patients: readonly RepeatedPatient[]): string | undefined => {
  const degrees = patients.reduce((sum, { bmd }) => sum + bmd.length - 1, 0);
  if (!patients.every(measuredTwice)) return 'has a patient who was measured once';
  return patients.length >= 15 && degrees >= DEGREES_NEEDED
    ? undefined
    : `has ${patients.length} patients and ${degrees} degrees of freedom; 30 patients twice or 15 three times are needed`;
};
