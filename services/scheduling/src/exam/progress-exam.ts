import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { ExamProgressed } from './exam.events.js';
import { examRefusals } from './exam.refusals.js';
import type { Exam } from './exam.js';

/**
 * Takes an exam one step further on the word of another service.
 * What is not above the version heard of the same stream is old news and changes nothing, however late it comes again.
 */
export const progressExam = (exam: Exam, progress: ExamProgressed['data'], _context: Context): ExamProgressed[] => {
  if (exam.status === 'none') return refuse(examRefusals.EXAM_UNKNOWN);
  const { subject, streamVersion } = progress.source;
  if (streamVersion <= (exam.heard[subject] ?? 0)) return [];
  return [{ type: 'ExamProgressed', data: progress }];
};
