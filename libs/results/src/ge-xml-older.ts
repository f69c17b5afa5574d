import { z } from 'zod';
import { possibleDates } from './console-dates.js';
import { nameGeRegion } from './ge-names.js';
import { onlyProblem, together, type Findings, type Problem } from './study.js';
import { readRows, type WrittenRow } from './written-row.js';
import { datesOfTrends, readTrends, type DocumentPlace, type WrittenTrend } from './written-trend.js';
import { lastOf, measured, readXml } from './xml-document.js';

const root = 'DENSITOMETRY_RESULTS';
const once = ['CURRENT_EXAM', 'TREND_ROI', 'BASELINE_EXAM_DATE', 'EXAM_DATE', 'BMD', 'YAT', 'AMZ'];
const repeated = new Set(['SCAN', 'TREND', 'EXAM', 'BMD_CHANGE', ...once]);

const value = lastOf(measured).optional();
const text = lastOf(measured.transform((written) => written.text)).optional();

const exam = z.object({ EXAM_DATE: text, BMD: value, YAT: value, AMZ: value });
const trend = z.object({ TREND_ROI: text, BASELINE_EXAM_DATE: text, EXAM: z.array(exam).default([]) });
const scan = z.object({ '@type': z.string(), TREND: z.array(trend).default([]) });
const schema = z.object({ [root]: z.object({ CURRENT_EXAM: lastOf(z.object({ SCAN: z.array(scan).default([]) })) }) });

type Exam = z.infer<typeof exam>;
type Trend = z.infer<typeof trend>;

interface Placed {
  readonly scan: string;
  readonly trend: Trend;
  readonly place: DocumentPlace;
}

const atOf = ({ scan: type, trend: each }: Placed): string => `SCAN[type=${type}]/TREND[roi=${each.TREND_ROI ?? ''}]`;

const isOfStudyDate = ({ EXAM_DATE: written }: Exam, studyDate: string | undefined): boolean =>
  studyDate !== undefined && written !== undefined && possibleDates(written).includes(studyDate);

/** In this dialect the last exam is the current one; it counts only where its date says so too, and no other's does. */
const currentOf = ({ trend: { EXAM: exams }, place: { studyDate } }: Placed): Exam | undefined => {
  const last = exams.at(-1);
  const others = exams.slice(0, -1).some((each) => isOfStudyDate(each, studyDate));
  return last && isOfStudyDate(last, studyDate) && !others ? last : undefined;
};

const namedOf = ({ scan: type, trend: each, place }: Placed): WrittenRow['named'] =>
  nameGeRegion(type, each.TREND_ROI ?? '', place.protocol);

const rowOf = (placed: Placed, { BMD: bmd, YAT: tScore, AMZ: zScore }: Exam): WrittenRow => ({
  named: namedOf(placed),
  values: { ...(bmd ? { bmd } : {}), ...(tScore ? { tScore } : {}), ...(zScore ? { zScore } : {}) },
  source: { kind: 'ge-xml', sopInstanceUID: placed.place.sopInstanceUID, at: atOf(placed) },
});

const writtenTrend = (placed: Placed): WrittenTrend => ({
  named: namedOf(placed),
  at: atOf(placed),
  points: placed.trend.EXAM.flatMap(({ EXAM_DATE: date, BMD: bmd }) =>
    date === undefined || bmd === undefined ? [] : [{ date, bmd }],
  ),
});

/** Whether a text holds this dialect. */
export const isOlderGeXml = (xml: string): boolean => xml.includes(`<${root}`);

/**
 * The numbers of `<DENSITOMETRY_RESULTS>`, the older dialect of enCORE: trends only, in which the last exam is the current one
 * (YAT is its T-score, AMZ its Z-score). Where that exam is not of the study's day there is a problem and no number.
 */
export const readOlderGeXml = (xml: string, place: DocumentPlace): Findings => {
  const { sopInstanceUID } = place;
  const read = readXml(xml, { root, repeated, schema });
  if (typeof read === 'string') return onlyProblem({ code: read, detail: root, sopInstanceUID });
  const scans = read[root].CURRENT_EXAM?.SCAN ?? [];
  const placed = scans.flatMap((each) => each.TREND.map((one): Placed => ({ scan: each['@type'], trend: one, place })));
  const current = placed.map((each) => ({ each, exam: currentOf(each) }));
  const undated = current.filter(({ exam: found }) => found === undefined);
  const problems = undated.map(({ each }): Problem => ({
    code: 'DATE_AMBIGUOUS',
    detail: `ge-xml ${atOf(each)}`,
    sopInstanceUID,
  }));
  const rows = current.flatMap(({ each, exam: found }) => (found === undefined ? [] : [rowOf(each, found)]));
  const trends = placed.map(writtenTrend);
  const known = trends.filter(({ named }) => !('unknown' in named));
  return together([
    readRows(rows),
    readTrends(known, place, { dates: datesOfTrends(trends) }),
    { rows: [], trends: [], problems },
  ]);
};
