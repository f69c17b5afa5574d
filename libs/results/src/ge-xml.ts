import { z } from 'zod';
import { possibleDates } from './console-dates.js';
import { geFields, nameGeRegion, sidesOfGeRegion } from './ge-names.js';
import type { Written } from './measured-value.js';
import { onlyProblem, together, type Field, type Findings, type ProblemCode } from './study.js';
import { readRows, type WrittenRow } from './written-row.js';
import { readTrends, type DocumentPlace, type WrittenTrend } from './written-trend.js';
import { lastOf, measured, readXml } from './xml-document.js';

const root = 'DXA_RESULTS';
const values = ['BMD', 'BMC', 'AREA', 'BMD_TSCORE', 'BMD_ZSCORE'];
const repeated = new Set(['SCAN', 'ROI', 'TREND', 'EXAM', 'CHANGE', 'EXAM_DATE', ...values]);

const value = lastOf(measured).optional();

const roi = z.object({
  '@region': z.string(),
  '@reference': z.string().optional(),
  BMD: value,
  BMC: value,
  AREA: value,
  BMD_TSCORE: value,
  BMD_ZSCORE: value,
});

const trend = z.object({
  '@region': z.string(),
  EXAM: z.array(z.object({ '@date': z.string(), BMD: value })).default([]),
});
const scan = z.object({ '@type': z.string(), ROI: z.array(roi).default([]), TREND: z.array(trend).default([]) });
const schema = z.object({
  [root]: z.object({ EXAM_DATE: z.array(measured).default([]), SCAN: z.array(scan).default([]) }),
});

type ScanElement = z.infer<typeof scan>;

const valuesOf = (element: z.infer<typeof roi>): Partial<Record<Field, Written>> =>
  Object.fromEntries(
    Object.entries(element).flatMap(([name, written]) => {
      const field = geFields[name];
      return field === undefined || typeof written !== 'object' ? [] : [[field, written]];
    }),
  );

const rowsOf = (element: ScanElement, { sopInstanceUID, protocol }: DocumentPlace): WrittenRow[] =>
  element.ROI.map((each) => ({
    named: nameGeRegion(element['@type'], each['@region'], protocol),
    values: valuesOf(each),
    reference: each['@reference'],
    source: { kind: 'ge-xml', sopInstanceUID, at: `SCAN[type=${element['@type']}]/ROI[region=${each['@region']}]` },
  }));

const trendsOf = (element: ScanElement, { protocol }: DocumentPlace): WrittenTrend[] =>
  element.TREND.map((each) => ({
    named: nameGeRegion(element['@type'], each['@region'], protocol),
    candidates: sidesOfGeRegion(element['@type'], each['@region']),
    at: `SCAN[type=${element['@type']}]/TREND[region=${each['@region']}]`,
    points: each.EXAM.flatMap(({ '@date': date, BMD: bmd }) => (bmd === undefined ? [] : [{ date, bmd }])),
  }));

const isOfAnotherDay = (dates: readonly string[], { studyDate }: DocumentPlace): boolean =>
  studyDate !== undefined && dates.some((text) => text.trim() !== '' && !possibleDates(text).includes(studyDate));

/** Whether a text holds this dialect. */
export const isGeXml = (text: string): boolean => text.includes(`<${root}`);

/**
 * The numbers of `<DXA_RESULTS>` as enCORE writes it into Image Comments (0020,4000) of images or of the SR. Half a document,
 * one with a document type, and one that is dated on another day than the study give a problem and no number.
 */
export const readGeXml = (xml: string, place: DocumentPlace): Findings => {
  const only = (code: ProblemCode): Findings => onlyProblem({ code, detail: root, sopInstanceUID: place.sopInstanceUID });
  const read = readXml(xml, { root, repeated, schema });
  if (typeof read === 'string') return only(read);
  const { EXAM_DATE: examDates, SCAN: scans } = read[root];
  const dates = examDates.map(({ text }) => text);
  const trends = scans.flatMap((each) => trendsOf(each, place));
  if (isOfAnotherDay(dates, place)) return only('DATE_AMBIGUOUS');
  const found = readRows(scans.flatMap((each) => rowsOf(each, place)));
  return together([found, readTrends(trends, place, { dates, rows: found.rows })]);
};
