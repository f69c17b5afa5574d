import { Decimal } from 'decimal.js';

/** One patient on both scanners, BMD in g/cm2: once on the old one, once or twice on the new one. */
export interface CalibrationPair {
  readonly from: number;
  readonly to: readonly number[];
}

/** From here to there; of an estimate its 95 % confidence limits. */
interface Limits {
  readonly low: number;
  readonly high: number;
}

/** What pairs of one region on two scanners say: `to = intercept + slope x from`, with everything that a comparison across them needs. */
export interface CrossCalibration {
  readonly pairs: number;
  readonly slope: number;
  readonly intercept: number;
  readonly slopeLimits: Limits;
  readonly interceptLimits: Limits;
  readonly correlation: number;
  /** Standard error of the estimate of one measurement on the new scanner, g/cm2. */
  readonly see: number;
  /** Smallest change of one patient from the old to the new scanner that is one (95 %), g/cm2. */
  readonly lscGcm2: number;
  /** New minus old without calibration, g/cm2, with the limits in which 95 % of patients lie. */
  readonly blandAltman: { readonly bias: number; readonly sd: number; readonly low: number; readonly high: number };
  /** Within these BMD of the old scanner the fit was seen to hold. */
  readonly range: Limits;
}

/** So many patients are needed (30 once on the old and twice on the new scanner within 60 days [M]). */
export const PAIRS_NEEDED = 30;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const products = (one: readonly number[], other: readonly number[]): number => {
  const [middle, otherMiddle] = [mean(one), mean(other)];
  return sum(one.map((value, i) => (value - middle) * ((other[i] ?? otherMiddle) - otherMiddle)));
};

const rounded = (value: number, places: number): number =>
  new Decimal(value).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toNumber();

/** 97.5 % quantile of Student's t by its expansion in 1/degrees (Cornish and Fisher): within 0.001 from 10 degrees on. */
export const studentT = (degrees: number): number => {
  const z = 1.959964;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
  ];
  return z + sum(terms.map((term, i) => term / degrees ** (i + 1)));
};

/** What a single new measurement scatters more than the mean of its patient's two: half of the variance within patients. */
const singleMore = (pairs: readonly CalibrationPair[]): number => {
  const twice = pairs.filter(({ to }) => to.length === 2);
  return twice.length === 0 ? 0 : mean(twice.map(({ to: [a = 0, b = 0] }) => (a - b) ** 2 / 2)) / 2;
};

const agreement = (differences: readonly number[]) => {
  const bias = mean(differences);
  const sd = Math.sqrt(sum(differences.map((one) => (one - bias) ** 2)) / (differences.length - 1));
  return {
    bias: rounded(bias, 4),
    sd: rounded(sd, 4),
    low: rounded(bias - 1.959964 * sd, 4),
    high: rounded(bias + 1.959964 * sd, 4),
  };
};

const around = (value: number, error: number, t: number) => ({
  low: rounded(value - t * error, 4),
  high: rounded(value + t * error, 4),
});

/**
 * Fits new on old by least squares. The LSC across both is the half width of the interval in which 95 % of single new measurements of
 * unchanged patients lie, at the mean: t x SEE x root(1 + 1/n), rounded up to three decimals. It holds the error of both scanners and what
 * a line does not explain between patients.
 */
export const crossCalibrationOf = (pairs: readonly CalibrationPair[]): CrossCalibration => {
  const from = pairs.map((pair) => pair.from);
  const to = pairs.map((pair) => mean(pair.to));
  const n = pairs.length;
  const spread = products(from, from);
  const slope = products(from, to) / spread;
  const intercept = mean(to) - slope * mean(from);
  const residual = sum(from.map((value, i) => ((to[i] ?? 0) - intercept - slope * value) ** 2)) / (n - 2);
  const see = Math.sqrt(residual + singleMore(pairs));
  const t = studentT(n - 2);
  const lsc = t * see * Math.sqrt(1 + 1 / n);
  return {
    pairs: n,
    slope: rounded(slope, 4),
    intercept: rounded(intercept, 4),
    slopeLimits: around(slope, Math.sqrt(residual / spread), t),
    interceptLimits: around(intercept, Math.sqrt(residual * (1 / n + mean(from) ** 2 / spread)), t),
    correlation: rounded(products(from, to) / Math.sqrt(spread * products(to, to)), 4),
    see: rounded(see, 4),
    lscGcm2: new Decimal(lsc).toDecimalPlaces(3, Decimal.ROUND_UP).toNumber(),
    blandAltman: agreement(from.map((value, i) => (to[i] ?? 0) - value)),
    range: { low: Math.min(...from), high: Math.max(...from) },
  };
};

/** Why pairs do not make a calibration; nothing where they do. */
export const notEnough = (pairs: readonly CalibrationPair[]): string | undefined => {
  if (pairs.length < PAIRS_NEEDED) return `has ${pairs.length} patients; ${PAIRS_NEEDED} on both scanners are needed`;
  return new Set(pairs.map(({ from }) => from)).size < 3 ? 'has patients of one BMD only: nothing can be fitted' : undefined;
};
