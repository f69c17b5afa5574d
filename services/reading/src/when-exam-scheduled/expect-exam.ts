import type { scheduling } from '@osteon/contracts';
import { isOld, type StudyToRead } from '../study-to-read/study-to-read.js';
import { sourceOf, type Source } from '../study-to-read/source.js';
import type { ExamExpected } from '../study-to-read/study-to-read.events.js';

/** An order of this exam becomes known, or its latest change; what was heard before changes nothing. */
export const expectExam = (study: StudyToRead, heard: scheduling.ExamScheduledV1, source: Source): ExamExpected[] => {
  if (isOld(study, source)) return [];
  const { requestedProcedureId, scheduledProcedureStepId, orders, ...exam } = heard;
  return [{ type: 'ExamExpected', data: { ...exam, source: sourceOf(source) } }];
};
