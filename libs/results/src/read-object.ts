import { dateFromDA, NotPart10, readKeywords, textOf, type Keywords } from '@osteon/dicom';
import { applyProfile } from './apply-profile.js';
import { classifyObject, isReportPage, placeOfObject } from './classify-object.js';
import { isGeSr, readGeSr } from './ge-sr.js';
import { isGeXml, readGeXml } from './ge-xml.js';
import { isOlderGeXml, readOlderGeXml } from './ge-xml-older.js';
import { readHologic } from './hologic.js';
import { isCsv, readCsv } from './csv.js';
import { limits } from './limits.js';
import { keptNames, unreadObject, type ObjectRead } from './object-read.js';
import { readPdfText } from './pdf-text.js';
import { readGenericSr } from './sr-generic.js';
import { contentTree } from './sr-tree.js';
import { nothing, onlyProblem, together, type Findings } from './study.js';
import type { DocumentPlace } from './written-trend.js';

type Dialect = (keywords: Keywords, place: DocumentPlace) => Findings | Promise<Findings>;

const readComments: Dialect = (keywords, place) => {
  const comments = textOf(keywords, 'ImageComments') ?? '';
  if (isGeXml(comments)) return readGeXml(comments, place);
  return isOlderGeXml(comments) ? readOlderGeXml(comments, place) : nothing;
};

const readReport: Dialect = (keywords, place) => {
  if (classifyObject(keywords).kind !== 'results') return nothing;
  const tree = contentTree(keywords);
  if (tree === undefined)
    return onlyProblem({ code: 'UNREADABLE', detail: 'SR too large', sopInstanceUID: place.sopInstanceUID });
  return isGeSr(tree) ? readGeSr(tree, place) : readGenericSr(tree, place);
};

/** Everywhere a maker may have put its numbers; each finds its own and leaves the rest alone. */
const dialects: readonly Dialect[] = [readComments, readReport, readHologic, readPdfText];

const headerOf = (keywords: Keywords): Keywords =>
  Object.fromEntries(keptNames.flatMap((name) => (keywords[name] === undefined ? [] : [[name, keywords[name]]])));

const placeOf = (sopInstanceUID: string, keywords: Keywords): DocumentPlace => ({
  sopInstanceUID,
  studyDate: dateFromDA(textOf(keywords, 'StudyDate')),
  protocol: placeOfObject(keywords),
});

const readOpened = async (sopInstanceUID: string, keywords: Keywords): Promise<ObjectRead> => {
  const place = placeOf(sopInstanceUID, keywords);
  return {
    sopInstanceUID,
    header: headerOf(keywords),
    about: classifyObject(keywords),
    findings: applyProfile(together(await Promise.all(dialects.map((dialect) => dialect(keywords, place)))), keywords),
    isPage: isReportPage(keywords),
  };
};

/** What a cut or damaged object still says of the study it belongs to: the elements before the damage. */
const headOf = (bytes: Uint8Array): Keywords => {
  try {
    return headerOf(readKeywords(bytes, { until: 'StudyID' }));
  } catch {
    return {};
  }
};

const notDicom = (sopInstanceUID: string, bytes: Uint8Array): readonly ObjectRead[] =>
  isCsv(bytes) ? readCsv(sopInstanceUID, bytes) : [unreadObject(sopInstanceUID, 'UNREADABLE', 'not a DICOM file')];

const damaged = (sopInstanceUID: string, bytes: Uint8Array, error: unknown): readonly ObjectRead[] => {
  if (error instanceof NotPart10) return notDicom(sopInstanceUID, bytes);
  const isCut = error instanceof Error && error.message.includes('announced');
  return [unreadObject(sopInstanceUID, isCut ? 'TRUNCATED' : 'UNREADABLE', 'data set', headOf(bytes))];
};

const open = (bytes: Uint8Array): Keywords | { readonly failed: unknown } => {
  try {
    return readKeywords(bytes, { until: 'PixelData' });
  } catch (failed) {
    return { failed };
  }
};

/**
 * The numbers of one object by all dialects. What cannot be read for certain is absent, and a problem says so; rejects only
 * where a reader itself is broken. Its bytes stay as they are: private elements are looked at and never changed.
 */
export const readObject = async (sopInstanceUID: string, bytes: Uint8Array): Promise<readonly ObjectRead[]> => {
  if (bytes.length > limits.objectBytes) return [unreadObject(sopInstanceUID, 'UNREADABLE', 'too large')];
  const keywords = open(bytes);
  return 'failed' in keywords ? damaged(sopInstanceUID, bytes, keywords.failed) : [await readOpened(sopInstanceUID, keywords)];
};
