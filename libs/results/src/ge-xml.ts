import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { possibleDates } from './console-dates.js';
import { geFields, readRows, type WrittenRow } from './ge-row.js';
import { readTrends, type DocumentPlace, type WrittenTrend } from './ge-trend.js';
import type { Written } from './measured-value.js';
import { nothing, together, type Field, type Findings, type ProblemCode } from './study.js';

const repeated = new Set(['SCAN', 'ROI', 'TREND', 'EXAM', 'CHANGE', 'EXAM_DATE']);

/** No entities are resolved, and every value stays text. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  isArray: (name) => repeated.has(name),
});

const measured = z
  .union([z.string(), z.object({ '#text': z.string().default(''), '@units': z.string().optional() })])
  .transform((value): Written => (typeof value === 'string' ? { text: value } : { text: value['#text'], unit: value['@units'] }));

const roi = z.object({
  '@region': z.string(),
  '@reference': z.string().optional(),
  BMD: measured.optional(),
  BMC: measured.optional(),
  AREA: measured.optional(),
  BMD_TSCORE: measured.optional(),
  BMD_ZSCORE: measured.optional(),
});

const trend = z.object({
  '@region': z.string(),
  EXAM: z.array(z.object({ '@date': z.string(), BMD: measured.optional() })).default([]),
});
const scan = z.object({ '@type': z.string(), ROI: z.array(roi).default([]), TREND: z.array(trend).default([]) });
const document = z.object({
  DXA_RESULTS: z.object({ EXAM_DATE: z.array(measured).default([]), SCAN: z.array(scan).default([]) }),
});

type ScanElement = z.infer<typeof scan>;

const valuesOf = (element: z.infer<typeof roi>): Partial<Record<Field, Written>> =>
  Object.fromEntries(
    Object.entries(element).flatMap(([name, written]) => {
      const field = geFields[name];
      return field === undefined || typeof written !== 'object' ? [] : [[field, written]];
    }),
  );

const rowsOf = (element: ScanElement, sopInstanceUID: string): WrittenRow[] =>
  element.ROI.map((each) => ({
    scan: element['@type'],
    region: each['@region'],
    values: valuesOf(each),
    reference: each['@reference'],
    source: { kind: 'ge-xml', sopInstanceUID, at: `SCAN[type=${element['@type']}]/ROI[region=${each['@region']}]` },
  }));

const trendsOf = (element: ScanElement): WrittenTrend[] =>
  element.TREND.map((each) => ({
    scan: element['@type'],
    region: each['@region'],
    at: `SCAN[type=${element['@type']}]/TREND[region=${each['@region']}]`,
    points: each.EXAM.flatMap(({ '@date': date, BMD: bmd }) => (bmd === undefined ? [] : [{ date, bmd }])),
  }));

const isOfAnotherDay = (dates: readonly Written[], { studyDate }: DocumentPlace): boolean =>
  studyDate !== undefined && dates.some(({ text }) => text.trim() !== '' && !possibleDates(text).includes(studyDate));

const faultOf = (xml: string): ProblemCode | undefined => {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return 'UNREADABLE';
  if (!xml.trimEnd().endsWith('</DXA_RESULTS>')) return 'TRUNCATED';
  return XMLValidator.validate(xml) === true ? undefined : 'UNREADABLE';
};

/** Whether Image Comments hold this dialect. */
export const isGeXml = (text: string): boolean => text.includes('<DXA_RESULTS');

/**
 * The numbers of `<DXA_RESULTS>` as enCORE writes it into Image Comments (0020,4000). Half a document, one with a document
 * type, and one that is dated on another day than the study give a problem and no number.
 */
export const readGeXml = (xml: string, place: DocumentPlace): Findings => {
  const { sopInstanceUID } = place;
  const only = (code: ProblemCode): Findings => ({ ...nothing, problems: [{ code, detail: 'DXA_RESULTS', sopInstanceUID }] });
  const fault = faultOf(xml);
  if (fault !== undefined) return only(fault);
  const read = document.safeParse(parser.parse(xml));
  if (!read.success) return only('UNREADABLE');
  const { EXAM_DATE: dates, SCAN: scans } = read.data.DXA_RESULTS;
  if (isOfAnotherDay(dates, place)) return only('DATE_AMBIGUOUS');
  return together([readRows(scans.flatMap((each) => rowsOf(each, sopInstanceUID))), readTrends(scans.flatMap(trendsOf), place)]);
};
