import type { Aggregate } from '@osteon/event-store';
import type { ExamEvent } from './exam.events.js';
import { examPublished } from './exam.published.js';
import { evolveExam, type Exam } from './exam.js';

/** One visit of one patient to a densitometer, answering one or several orders. */
export const exams: Aggregate<Exam, ExamEvent> = {
  name: 'exam',
  initial: { status: 'none' },
  evolve: evolveExam,
  facilityOf: (exam) => (exam.status === 'none' ? '' : exam.facilityId),
  published: examPublished,
};
