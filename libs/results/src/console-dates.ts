import type { DecimalMark } from './measured-value.js';

/** How a console of some country orders day and month where both are numbers. */
export type DateOrder = 'dayFirst' | 'monthFirst';

const orders: readonly DateOrder[] = ['dayFirst', 'monthFirst'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const isoDate = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1880 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
};

/** Dates that can mean one day only: 2026-03-02, 20260302, 07-Jan-2020, 04December2019. */
const readPlain = (text: string): string | undefined => {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text) ?? [];
  if (year !== undefined) return isoDate(Number(year), Number(month), Number(day));
  const [, dayOfMonth, name, itsYear] = /^(\d{1,2})[-. ]?([A-Za-z]{3,9})[-. ]?(\d{4})$/.exec(text) ?? [];
  return name === undefined
    ? undefined
    : isoDate(Number(itsYear), months.indexOf(name.slice(0, 3).toLowerCase()) + 1, Number(dayOfMonth));
};

const readAs = (written: string, order: DateOrder): string | undefined => {
  const text = written.trim();
  const [, first, , second, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (year === undefined) return readPlain(text);
  const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
  return isoDate(Number(year), Number(month), Number(day));
};

/** Every date (YYYY-MM-DD) that a text can mean. */
export const possibleDates = (text: string): readonly string[] => [
  ...new Set(orders.flatMap((order) => readAs(text, order) ?? [])),
];

/** What else is known of a document whose dates are read. */
export interface DateEvidence {
  readonly studyDate?: string;
  /** A decimal comma: no country that writes one puts the month first. */
  readonly mark?: DecimalMark;
}

const soleOf = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

/**
 * The order of all dates of one document: the one in which every date is a date; where both would do, the one that has the
 * study's own date among them, else the one of the document's decimal mark. Undefined where none of that settles it.
 */
export const dateOrderOf = (texts: readonly string[], { studyDate, mark }: DateEvidence): DateOrder | undefined => {
  const dates = texts.filter((text) => possibleDates(text).length > 0);
  const fitting = orders.filter((order) => dates.every((text) => readAs(text, order) !== undefined));
  const withStudyDate = fitting.filter((order) =>
    dates.some((text) => studyDate !== undefined && readAs(text, order) === studyDate),
  );
  return soleOf(fitting) ?? soleOf(withStudyDate) ?? (fitting.length === 2 && mark === 'comma' ? 'dayFirst' : undefined);
};

/** A date in that order, or one that means the same day in both. */
export const readDate = (text: string, order: DateOrder | undefined): string | undefined =>
  order === undefined ? soleOf(possibleDates(text)) : readAs(text, order);
