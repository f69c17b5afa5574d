import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { Cancel, ExamEvent } from '../exam/exam.events.js';
import { examRefusals } from '../exam/exam.refusals.js';
import { isBegun, type Exam, type ScheduledExam } from '../exam/exam.js';
import { isOlderWord } from '../hl7-fields/is-older-word.js';

/** A cancel, and whom its message is about, where that person is known: all patients who are the same by merges. */
export interface CancelOrder extends Cancel {
  readonly patientIds?: readonly string[];
}

const isAnother = (patientIds: readonly string[] | undefined, exam: ScheduledExam): boolean => patientIds !== undefined && !patientIds.includes(exam.patientId);

const isStanding = (exam: ScheduledExam, key: string | undefined): boolean => key === undefined || !exam.cancelled.includes(key);

/**
 * CA, DC or OC: the order is not to be answered, and with its last order the exam does not take place.
 * After the scan began a person decides; an unknown order, a cancelled one or an older word (MSH-7) changes nothing.
 */
export const cancelOrder = (exam: Exam, { patientIds, ...cancel }: CancelOrder, _context: Context): ExamEvent[] => {
  if (exam.status === 'none') return [];
  const known = exam.orders.find(({ key }) => key === cancel.key);
  if (!known || !isStanding(exam, cancel.key) || isOlderWord(cancel.saidAt, known.saidAt)) return [];
  if (isAnother(patientIds, exam)) return refuse(examRefusals.EXAM_OF_ANOTHER_PATIENT);
  if (isBegun(exam)) return [{ type: 'CancelAskedAfterScan', data: cancel }];
  const others = exam.orders.filter(({ key }) => key !== cancel.key && isStanding(exam, key));
  return [{ type: others.length > 0 ? 'OrderCancelled' : 'ExamCancelled', data: cancel }];
};
