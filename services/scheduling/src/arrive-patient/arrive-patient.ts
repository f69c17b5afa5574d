import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { PatientArrived } from '../exam/exam.events.js';
import { examRefusals } from '../exam/exam.refusals.js';
import type { Exam, ScheduledExam } from '../exam/exam.js';

/** The arrival that this word is about was taken back since. */
const isHistory = ({ takenBackAt }: ScheduledExam, arrivedAt: string): boolean => takenBackAt !== undefined && Date.parse(arrivedAt) < Date.parse(takenBackAt);

/** The patient is here for this exam, since a time (ISO 8601 in UTC). Saying it again is harmless: the first word stays. */
export const arrivePatient = (exam: Exam, arrivedAt: string, { by }: Context): PatientArrived[] => {
  if (exam.status === 'none') return refuse(examRefusals.EXAM_UNKNOWN);
  if (!by.may('arrive-patient', exam.facilityId)) return refuse(examRefusals.ARRIVAL_NOT_ALLOWED);
  if (exam.arrivedAt !== undefined || isHistory(exam, arrivedAt)) return [];
  if (exam.status === 'cancelled') return refuse(examRefusals.EXAM_IS_CANCELLED);
  return [{ type: 'PatientArrived', data: { arrivedAt } }];
};
