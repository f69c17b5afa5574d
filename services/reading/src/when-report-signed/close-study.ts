import type { reporting } from '@osteon/contracts';
import { isOld, type StudyToRead } from '../study-to-read/study-to-read.js';
import { sourceOf, type Source } from '../study-to-read/source.js';
import type { StudySigned } from '../study-to-read/study-to-read.events.js';

/** Typing and signing can cross on their ways: then the review that was signed had lapsed here. */
const hadLapsed = (study: StudyToRead, { reviewVersion }: reporting.ReportSignedV1): boolean =>
  'lapsed' in study && study.lapsed !== undefined && reviewVersion <= study.lapsed;

/** The signed report takes the exam off the list; one of numbers that were changed meanwhile is marked. */
export const closeStudy = (study: StudyToRead, heard: reporting.ReportSignedV1, source: Source): StudySigned[] => {
  if (study.status === 'none' || isOld(study, source)) return [];
  const { reportId, revision, signedBy, signedAt } = heard;
  return [{ type: 'StudySigned', data: { reportId, revision, signedBy, signedAt, ...(hadLapsed(study, heard) ? { lapsed: true } : {}), source: sourceOf(source) } }];
};
