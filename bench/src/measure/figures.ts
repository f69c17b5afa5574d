/** The value below which a part of them lies (nearest rank); NaN of none. `of(0.5)` is the median. */
export const percentile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? NaN;
};

/** The middle one; of an even number the lower of the two in the middle. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

const digits = (value: number): number => {
  if (value >= 100) return 0;
  return value >= 10 ? 1 : 2;
};

/** A figure with about three digits, thousands set apart. */
export const figure = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  return value.toLocaleString('en', { minimumFractionDigits: digits(value), maximumFractionDigits: digits(value) });
};

/** Median with the smallest and the largest beside it: a wide spread says that the machine was busy. */
export const spread = (values: readonly number[]): string => {
  if (values.length < 2) return figure(median(values));
  return `${figure(median(values))} (${figure(Math.min(...values))} to ${figure(Math.max(...values))})`;
};

/** The median of the ratios of each round: what was measured in different rounds is never divided. */
export const ratio = (values: readonly number[], peers: readonly number[]): number => median(values.map((value, round) => value / (peers[round] ?? NaN)));
