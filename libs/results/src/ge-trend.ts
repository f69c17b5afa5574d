import { readDates } from './console-dates.js';
import { geScans, nameRegion } from './ge-names.js';
import { decimalMarkOf, readValue, type Written } from './measured-value.js';
import type { DeviceTrend, Findings, Problem } from './study.js';

/** A trend table as a console has written it. */
export interface WrittenTrend {
  readonly scan: string;
  readonly region: string;
  readonly points: readonly { readonly date: string; readonly bmd: Written }[];
  readonly at: string;
}

/** The object a document lies in, and the date of its study. */
export interface DocumentPlace {
  readonly sopInstanceUID: string;
  readonly studyDate?: string;
}

const pointsOf = ({ points }: WrittenTrend, dates: readonly string[]): DeviceTrend['points'] => {
  const mark = decimalMarkOf(points.map(({ bmd }) => bmd.text));
  return points.flatMap(({ bmd }, at) => {
    const read = readValue('bmd', bmd, mark);
    const date = dates[at];
    return typeof read === 'object' && date !== undefined ? [{ date, bmd: read.value }] : [];
  });
};

/** What the device itself shows of earlier exams: information only. Dates that could mean two days leave the trend out. */
export const readTrends = (trends: readonly WrittenTrend[], { sopInstanceUID, studyDate }: DocumentPlace): Findings => {
  const found: DeviceTrend[] = [];
  const problems: Problem[] = [];
  for (const trend of trends) {
    const scan = geScans[trend.scan];
    const named = scan && nameRegion(scan, trend.region);
    const dates = readDates(
      trend.points.map(({ date }) => date),
      studyDate,
    );
    if (dates === undefined) problems.push({ code: 'DATE_AMBIGUOUS', detail: trend.at, sopInstanceUID });
    else if (named === undefined || 'unknown' in named)
      problems.push({ code: named?.unknown ?? 'UNKNOWN_SITE', detail: trend.at, sopInstanceUID });
    else found.push({ ...named.place, regions: named.region, points: pointsOf(trend, dates) });
  }
  return { rows: [], trends: found, problems };
};
