import { dateOrderOf, readDate, type DateOrder } from './console-dates.js';
import { decimalMarkOf, readValue, type DecimalMark, type Written } from './measured-value.js';
import type { DeviceTrend, Findings, Place, Problem, Row } from './study.js';
import type { Named } from './written-row.js';

/** A trend table as a console has written it. */
export interface WrittenTrend {
  readonly named: Named;
  /** Where the name has no side: what it can be. The one whose row has the BMD of the day is meant. */
  readonly candidates?: readonly Named[];
  readonly points: readonly { readonly date: string; readonly bmd: Written }[];
  readonly at: string;
}

/** The object a document lies in, the date of its study, and what its Protocol Name says of site and side. */
export interface DocumentPlace {
  readonly sopInstanceUID: string;
  readonly studyDate?: string;
  readonly protocol?: Place;
}

/** What else stands in the document of the trends. */
export interface Beside {
  readonly dates?: readonly string[];
  readonly rows?: readonly Row[];
}

interface Reading {
  readonly mark: DecimalMark;
  readonly order: DateOrder | undefined;
  readonly studyDate: string | undefined;
  readonly rows: readonly Row[];
}

const isOf = (row: Row, named: Named): boolean =>
  !('unknown' in named) && row.region === named.region && row.site === named.place.site && row.side === named.place.side;

/** The candidate whose row has the BMD that the trend has on the day of the study, where only one has it. */
const byBmd = ({ named, candidates = [], points }: WrittenTrend, { mark, order, studyDate, rows }: Reading): Named => {
  const ofDay = points.find(({ date }) => studyDate !== undefined && readDate(date, order) === studyDate);
  const bmd = ofDay && readValue('bmd', ofDay.bmd, mark);
  if (typeof bmd !== 'object' || !('unknown' in named)) return named;
  const fitting = candidates.filter((each) => rows.some((row) => isOf(row, each) && row.values.bmd?.value === bmd.value));
  return fitting.length === 1 ? (fitting[0] ?? named) : named;
};

const readTrend = (trend: WrittenTrend, reading: Reading): DeviceTrend | Problem['code'] => {
  const [{ points }, { mark, order }, named] = [trend, reading, byBmd(trend, reading)];
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
 * dates help to find it; a trend with a date that could mean two days is left out, as is one of a hip without a side.
 */
export const readTrends = (
  trends: readonly WrittenTrend[],
  { sopInstanceUID, studyDate }: DocumentPlace,
  { dates = [], rows = [] }: Beside = {},
): Findings => {
  const mark = decimalMarkOf(trends.flatMap(({ points }) => points.map(({ bmd }) => bmd.text)));
  const order = dateOrderOf([...datesOfTrends(trends), ...dates], { studyDate, mark });
  const read = trends.map((trend) => ({ trend, found: readTrend(trend, { mark, order, studyDate, rows }) }));
  return {
    rows: [],
    trends: read.flatMap(({ found }) => (typeof found === 'string' || found.points.length === 0 ? [] : [found])),
    problems: read.flatMap(({ trend, found }) =>
      typeof found === 'string' ? [{ code: found, detail: trend.at, sopInstanceUID }] : [],
    ),
  };
};
