import { numberOf, textOf, type Keywords } from '@osteon/dicom';
import { isGeScan, placeOfGeScan } from './ge-names.js';
import { placeOfWords } from './place-words.js';
import type { Place, StudyObject } from './study.js';

const structuredReports = '1.2.840.10008.5.1.4.1.1.88.';
const secondaryCapture = '1.2.840.10008.5.1.4.1.1.7';

const isImage = (keywords: Keywords): boolean => (numberOf(keywords, 'Rows') ?? 0) > 0;

const kindOf = (keywords: Keywords): StudyObject['kind'] => {
  if (textOf(keywords, 'SOPClassUID')?.startsWith(structuredReports)) return 'results';
  return isImage(keywords) ? 'image' : 'other';
};

/** Other makers have no fixed names: what all their words say together. */
const placeByWords = (keywords: Keywords, names: readonly string[]): Place | undefined => {
  if (/\bge\b|lunar/i.test(textOf(keywords, 'Manufacturer') ?? 'GE')) return undefined;
  const { site, side } = placeOfWords(names);
  return site && { site, ...(side ? { side } : {}) };
};

/** Where an object belongs by the names of its protocol: whole names of GE's, words of another maker's. */
export const placeOfObject = (keywords: Keywords): Place | undefined => {
  const names = ['ProtocolName', 'PerformedProcedureStepDescription'].map((name) => textOf(keywords, name) ?? '');
  const name = names.find(isGeScan);
  return name === undefined ? placeByWords(keywords, names) : placeOfGeScan(name, undefined);
};

/** Smaller than this nobody draws a page. */
const leastPixels = 200;

const isLarge = (keywords: Keywords): boolean =>
  ['Rows', 'Columns'].every((name) => (numberOf(keywords, name) ?? 0) >= leastPixels);

/** A page of results drawn into pixels: Secondary Capture, or an image that says that text is burned in. */
export const isReportPage = (keywords: Keywords): boolean =>
  isLarge(keywords) &&
  ((textOf(keywords, 'SOPClassUID') ?? '').startsWith(secondaryCapture) || textOf(keywords, 'BurnedInAnnotation') === 'YES');

/**
 * What an object is and where it belongs. Body Part Examined and Laterality stay empty on GE consoles: site and side come
 * from the Protocol Name, else from the description of the performed step; absent where that is unknown.
 */
export const classifyObject = (keywords: Keywords): Omit<StudyObject, 'sopInstanceUID'> => {
  const { site, side } = placeOfObject(keywords) ?? {};
  return { kind: kindOf(keywords), ...(site ? { site } : {}), ...(side && side !== 'both' ? { side } : {}) };
};
