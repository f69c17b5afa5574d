import { DateTime } from 'luxon';

/** Day and month as a console of some country writes them. */
const orders = {
  dayFirst: ['d/M/yyyy', 'd.M.yyyy', 'd-M-yyyy'],
  monthFirst: ['M/d/yyyy', 'M-d-yyyy'],
  plain: ['yyyy-MM-dd', 'yyyyMMdd', 'd-LLL-yyyy', 'd LLL yyyy'],
} as const;

type Order = keyof typeof orders;

const readAs = (text: string, order: Order): string | undefined =>
  orders[order]
    .map((format) => DateTime.fromFormat(text.trim(), format, { zone: 'utc', locale: 'en' }))
    .find(({ isValid }) => isValid)
    ?.toISODate() ?? undefined;

/** Every date (YYYY-MM-DD) that a text can mean. */
export const possibleDates = (text: string): readonly string[] => [
  ...new Set((['plain', 'dayFirst', 'monthFirst'] as const).flatMap((order) => readAs(text, order) ?? [])),
];

/**
 * Reads the dates of one document, which all have one order: the one in which every date is a date or, where both would do,
 * the one that has the study's own date among them. Undefined where neither settles it.
 */
export const readDates = (texts: readonly string[], studyDate: string | undefined): readonly string[] | undefined => {
  const readings = (['dayFirst', 'monthFirst'] as const)
    .map((order) => texts.map((text) => readAs(text, 'plain') ?? readAs(text, order)))
    .filter((dates): dates is string[] => dates.every((date) => date !== undefined));
  const distinct = [...new Map(readings.map((dates) => [dates.join(), dates])).values()];
  if (distinct.length <= 1) return distinct[0];
  const ownDate = distinct.filter((dates) => studyDate !== undefined && dates.includes(studyDate));
  return ownDate.length === 1 ? ownDate[0] : undefined;
};
