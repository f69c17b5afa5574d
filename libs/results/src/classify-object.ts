import { numberOf, textOf, type Keywords } from '@osteon/dicom';
import { isGeScan, placeOfGeScan } from './ge-names.js';
import type { Place, StudyObject } from './study.js';

const structuredReports = '1.2.840.10008.5.1.4.1.1.88.';
const secondaryCapture = '1.2.840.10008.5.1.4.1.1.7';

const isImage = (keywords: Keywords): boolean => (numberOf(keywords, 'Rows') ?? 0) > 0;

const kindOf = (keywords: Keywords): StudyObject['kind'] => {
  if (textOf(keywords, 'SOPClassUID')?.startsWith(structuredReports)) return 'results';
  return isImage(keywords) ? 'image' : 'other';
};

/** Where an object belongs by the names of its protocol, whole names only. */
export const placeOfObject = (keywords: Keywords): Place | undefined => {
  const names = ['ProtocolName', 'PerformedProcedureStepDescription'].map((name) => textOf(keywords, name) ?? '');
  const name = names.find(isGeScan);
  return name === undefined ? undefined : placeOfGeScan(name, undefined);
};

/** A page of results drawn into pixels: Secondary Capture, or an image that says that text is burned in. */
export const isReportPage = (keywords: Keywords): boolean =>
  isImage(keywords) &&
  ((textOf(keywords, 'SOPClassUID') ?? '').startsWith(secondaryCapture) || textOf(keywords, 'BurnedInAnnotation') === 'YES');

/**
 * What an object is and where it belongs. Body Part Examined and Laterality stay empty on GE consoles: site and side come
 * from the Protocol Name, else from the description of the performed step, whole names only; absent where that is unknown.
 */
export const classifyObject = (keywords: Keywords): Omit<StudyObject, 'sopInstanceUID'> => {
  const { site, side } = placeOfObject(keywords) ?? {};
  return { kind: kindOf(keywords), ...(site ? { site } : {}), ...(side && side !== 'both' ? { side } : {}) };
};
