const MS = 86_400_000;

/** So many days later; days are YYYY-MM-DD. */
export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * MS).toISOString().slice(0, 10);

/** Years from one day to another, with their fraction. */
export const yearsBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MS / 365.25;

/** YYYYMMDD. */
export const asDA = (day: string): string => day.replaceAll('-', '');
