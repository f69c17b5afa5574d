import { dateOrderOf, readDate, type DateOrder } from './console-dates.js';
import { decimalMarkOf, readValue, type DecimalMark, type Written } from './measured-value.js';
import type { DeviceTrend, Findings, Place, Problem } from './study.js';
import type { Named } from './written-row.js';

/** A trend table as a console has written it. */
export interface WrittenTrend {
  readonly named: Named;
  readonly points: readonly { readonly date: string; readonly bmd: Written }[];
  readonly at: string;
}

/** The object a document lies in, the date of its study, and what its Protocol Name says of site and side. */
export interface DocumentPlace {
  readonly sopInstanceUID: string;
  readonly studyDate?: string;
  readonly protocol?: Place;
}

interface Reading {
  readonly mark: DecimalMark;
  readonly order: DateOrder | undefined;
}

const readTrend = ({ named, points }: WrittenTrend, { mark, order }: Reading): DeviceTrend | Problem['code'] => {
  if ('unknown' in named) return named.unknown;
  const dated = points.map(({ date, bmd }) => ({ date: readDate(date, order), read: readValue('bmd', bmd, mark) }));
  if (dated.some(({ date }) => date === undefined)) return 'DATE_AMBIGUOUS';
  const read = dated.flatMap(({ date, read: bmd }) =>
    date !== undefined && typeof bmd === 'object' ? [{ date, bmd: bmd.value }] : [],
  );
  return { ...named.place, regions: named.region, points: read };
};

/** All dates of a document's trends, as they are written. */
export const datesOfTrends = (trends: readonly WrittenTrend[]): string[] =>
  trends.flatMap(({ points }) => points.map(({ date }) => date));

/**
 * What the device itself shows of earlier exams: information only. All dates of a document have one order, and its other
 * dates (`moreDates`) help to find it; a trend with a date that could mean two days is left out.
 */
export const readTrends = (
  trends: readonly WrittenTrend[],
  { sopInstanceUID, studyDate }: DocumentPlace,
  moreDates: readonly string[] = [],
): Findings => {
  const mark = decimalMarkOf(trends.flatMap(({ points }) => points.map(({ bmd }) => bmd.text)));
  const order = dateOrderOf([...datesOfTrends(trends), ...moreDates], { studyDate, mark });
  const read = trends.map((trend) => ({ trend, found: readTrend(trend, { mark, order }) }));
  return {
    rows: [],
    trends: read.flatMap(({ found }) => (typeof found === 'string' || found.points.length === 0 ? [] : [found])),
    problems: read.flatMap(({ trend, found }) =>
      typeof found === 'string' ? [{ code: found, detail: trend.at, sopInstanceUID }] : [],
    ),
  };
};
