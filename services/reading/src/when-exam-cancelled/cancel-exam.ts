import type { ExamCancelled } from '../study-to-read/study-to-read.events.js';
import { isOld, type StudyToRead } from '../study-to-read/study-to-read.js';
import { sourceOf, type Source } from '../study-to-read/source.js';

/**
 * The exam is not to take place. A scan that has arrived all the same stays to be read, marked: a person decides.
 * What is signed stands, and of an exam that nobody knows there is nothing to cancel.
 */
export const cancelExam = (study: StudyToRead, source: Source): ExamCancelled[] => {
  if (study.status === 'none' || study.status === 'signed' || isOld(study, source)) return [];
  return [{ type: 'ExamCancelled', data: { source: sourceOf(source) } }];
};
