import { dayOf } from '../shell/moment.js';

/** The calendar date (`YYYY-MM-DD`) of an exam: when it was performed, else for when it was scheduled. Absent while neither is known here. */
export const examDay = (exam: { performedOn?: string; scheduledAt?: string; zone?: string }): string | undefined =>
  exam.performedOn ?? (exam.scheduledAt && dayOf(exam.scheduledAt, exam.zone ?? 'UTC'));
