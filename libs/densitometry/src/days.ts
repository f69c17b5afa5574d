/** Days between two dates (YYYY-MM-DD), negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Years of 365.25 days between two dates. */
export const yearsBetween = (from: string, to: string): number => daysBetween(from, to) / 365.25;

/** First day of a day, month or year: `2023-01` is 2023-01-01. */
export const firstDayOf = (partial: string): string => `${partial}-01-01`.slice(0, 10);

/** Last day of a day, month or year. */
export const lastDayOf = (partial: string): string => {
  if (partial.length === 10) return partial;
  return partial.length === 4
    ? `${partial}-12-31`
    : new Date(Date.UTC(+partial.slice(0, 4), +partial.slice(5), 0)).toISOString().slice(0, 10);
};
