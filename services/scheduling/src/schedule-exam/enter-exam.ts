import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { ExamScheduled } from '../exam/exam.events.js';
import { examRefusals } from '../exam/exam.refusals.js';
import type { Exam } from '../exam/exam.js';

/** An exam that a person enters, with the SHA-256 of what was entered. */
export type EnterExam = ExamScheduled['data'] & { readonly enteredAs: string };

/** Whether an entry is new under its id. False for the same again; refuses other values, and whoever may not schedule there. */
export const isNewEntry = (exam: Exam, { facilityId, enteredAs }: Pick<EnterExam, 'facilityId' | 'enteredAs'>, { by }: Context): boolean => {
  if (!by.may('schedule-exam', facilityId)) refuse(examRefusals.EXAM_NOT_ALLOWED);
  if (exam.status === 'none') return true;
  if (exam.enteredAs !== enteredAs) refuse(examRefusals.EXAM_ENTERED_OTHERWISE);
  return false;
};

/** The front desk schedules an exam under an id of its own making. The same again is harmless. */
export const enterExam = (exam: Exam, entered: EnterExam, context: Context): ExamScheduled[] =>
  isNewEntry(exam, entered, context) ? [{ type: 'ExamScheduled', data: entered }] : [];
