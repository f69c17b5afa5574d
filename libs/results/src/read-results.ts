import { dateFromDA, readKeywords, textOf, type Keywords } from '@osteon/dicom';
import { checkArithmetic } from './arithmetic.js';
import { classifyObject } from './classify-object.js';
import { crossCheck } from './cross-check.js';
import { groupBy } from './group-by.js';
import { readGeSr } from './ge-sr.js';
import { isGeXml, readGeXml } from './ge-xml.js';
import { areOfTwoPatients, firstOf, readHeader, readScanner } from './read-header.js';
import { nothing, together, type Findings, type Problem, type Study } from './study.js';

/** A stored object: its bytes are a DICOM file. */
export interface ResultsObject {
  readonly sopInstanceUID: string;
  readonly bytes: Uint8Array;
}

interface ReadObject {
  readonly sopInstanceUID: string;
  /** Absent where the bytes are not a DICOM file. */
  readonly keywords?: Keywords;
}

const open = ({ sopInstanceUID, bytes }: ResultsObject): ReadObject => {
  try {
    return { sopInstanceUID, keywords: readKeywords(bytes, { until: 'PixelData' }) };
  } catch {
    return { sopInstanceUID };
  }
};

const readObject = ({ sopInstanceUID, keywords }: ReadObject): Findings => {
  if (keywords === undefined)
    return { ...nothing, problems: [{ code: 'UNREADABLE', detail: 'not a DICOM file', sopInstanceUID }] };
  const place = { sopInstanceUID, studyDate: dateFromDA(textOf(keywords, 'StudyDate')) };
  const comments = textOf(keywords, 'ImageComments') ?? '';
  const isReport = classifyObject(keywords).kind === 'results';
  return together([isReport ? readGeSr(keywords, place) : nothing, isGeXml(comments) ? readGeXml(comments, place) : nothing]);
};

const settle = (findings: Findings, headers: readonly Keywords[]): Pick<Study, 'scans' | 'deviceTrends' | 'problems'> => {
  if (areOfTwoPatients(headers))
    return { scans: [], deviceTrends: [], problems: [{ code: 'TWO_PATIENTS' }, ...findings.problems] };
  const { scans, problems } = crossCheck(findings.rows);
  const none: Problem[] = findings.rows.length === 0 ? [{ code: 'NO_RESULTS' }] : [];
  return {
    scans,
    deviceTrends: findings.trends,
    problems: [...findings.problems, ...problems, ...scans.flatMap(checkArithmetic), ...none],
  };
};

const readStudy = (studyInstanceUID: string | undefined, objects: readonly ReadObject[]): Study => {
  const headers = objects.map(({ keywords }) => keywords).filter((keywords) => keywords !== undefined);
  const [accessionNumber, date] = [firstOf(headers, 'AccessionNumber'), dateFromDA(firstOf(headers, 'StudyDate'))];
  return {
    ...(studyInstanceUID === undefined ? {} : { studyInstanceUID }),
    ...(accessionNumber === undefined ? {} : { accessionNumber }),
    ...(date === undefined ? {} : { date }),
    header: readHeader(headers),
    scanner: readScanner(headers),
    ...settle(together(objects.map(readObject)), headers),
    objects: objects.map(({ sopInstanceUID, keywords }) => ({ sopInstanceUID, ...classifyObject(keywords ?? {}) })),
  };
};

/**
 * Everything that objects of densitometers say in numbers, by study (exam-format, "What the readers give"). Never throws for
 * what an object holds: what cannot be read for certain is absent, and `problems` says so. One dialect: GE Lunar (enCORE),
 * Enhanced SR and DXA_RESULTS in Image Comments.
 */
export const readResults = (objects: readonly ResultsObject[]): { readonly studies: readonly Study[] } => {
  const byStudy = groupBy(objects.map(open), ({ keywords }) => keywords && textOf(keywords, 'StudyInstanceUID'));
  return { studies: [...byStudy].map(([studyInstanceUID, ofStudy]) => readStudy(studyInstanceUID, ofStudy)) };
};
