import { scheduling, type OrderNumbers } from '@osteon/contracts';
import { message, type Message, type Publisher } from '@osteon/event-store';
import type { ArrivalTakenBack, ExamEvent, ExamOrder, PatientArrived } from './exam.events.js';
import type { Exam } from './exam.js';

const numbers = ({ placerOrderNumber, fillerOrderNumber, accessionNumber, studyInstanceUID, service }: ExamOrder): OrderNumbers => ({
  placerOrderNumber,
  fillerOrderNumber,
  accessionNumber,
  studyInstanceUID,
  service,
});

/** The exam as it stands, whole: a later message about the same exam replaces an earlier one. */
const whole = ({ id }: { readonly id: string }, exam: Exam): Message | undefined => {
  if (exam.status === 'none') return undefined;
  const { facilityId, patientId, patientVersion, schedule, orders, cancelled } = exam;
  const [{ accessionNumber, studyInstanceUID }] = orders;
  return message(scheduling.ExamScheduled, {
    examId: id,
    facilityId,
    patientId,
    patientVersion,
    accessionNumber,
    studyInstanceUID,
    ...schedule,
    orders: orders.filter(({ key = '' }) => !cancelled.includes(key)).map(numbers),
  });
};

const gone = ({ id }: { readonly id: string }, exam: Exam): Message | undefined => {
  if (exam.status === 'none') return undefined;
  const { facilityId, patientId, orders } = exam;
  return message(scheduling.ExamCancelled, { examId: id, facilityId, patientId, accessionNumber: orders[0].accessionNumber });
};

const arrived = ({ id, event }: { readonly id: string; readonly event: PatientArrived }, exam: Exam): Message | undefined => {
  if (exam.status === 'none') return undefined;
  const { facilityId, patientId } = exam;
  return message(scheduling.PatientArrived, { examId: id, facilityId, patientId, arrivedAt: event.data.arrivedAt });
};

const takenBack = ({ id, event }: { readonly id: string; readonly event: ArrivalTakenBack }, exam: Exam): Message | undefined => {
  if (exam.status === 'none') return undefined;
  const { facilityId, patientId } = exam;
  return message(scheduling.ArrivalTakenBack, { examId: id, facilityId, patientId, takenBackAt: event.data.takenBackAt });
};

/** What the other services hear of an exam; its progress is their own word and stays here. */
export const examPublished: Publisher<Exam, ExamEvent> = {
  ExamScheduled: whole,
  ExamRescheduled: whole,
  OrderAdded: whole,
  OrderCancelled: whole,
  ExamCancelled: gone,
  PatientArrived: arrived,
  ArrivalTakenBack: takenBack,
};
