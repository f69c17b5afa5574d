import type { reporting } from '@osteon/contracts';
import { isOld, type StudyToRead } from '../study-to-read/study-to-read.js';
import { sourceOf, type Source } from '../study-to-read/source.js';
import type { StudySigned } from '../study-to-read/study-to-read.events.js';

/** The signed report takes the exam off the list. */
export const closeStudy = (study: StudyToRead, heard: reporting.ReportSignedV1, source: Source): StudySigned[] => {
  if (study.status === 'none' || isOld(study, source)) return [];
  const { reportId, revision, signedBy, signedAt } = heard;
  return [{ type: 'StudySigned', data: { reportId, revision, signedBy, signedAt, source: sourceOf(source) } }];
};
