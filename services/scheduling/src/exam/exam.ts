import type { ExamEvent, ExamOrder, ExamProgressed, ExamRescheduled, ExamScheduled, Schedule } from './exam.events.js';

/** An exam that has its place in the day: all that a later word about it is judged by. */
export interface ScheduledExam {
  readonly status: 'scheduled';
  readonly facilityId: string;
  readonly patientId: string;
  readonly patientVersion: number;
  readonly schedule: Schedule;
  /** Never empty; the first one gives the exam its accession number and Study Instance UID. */
  readonly orders: readonly [ExamOrder, ...ExamOrder[]];
  readonly enteredAs?: string;
  /** Since when the patient is here, ISO 8601 in UTC. */
  readonly arrivedAt?: string;
  /** Objects are here: numbers, time and station are history. */
  readonly scanned: boolean;
  /** Last version heard of each stream of another service. */
  readonly heard: Readonly<Record<string, number>>;
}

export type Exam = { readonly status: 'none' } | ScheduledExam;

const scheduled = ({ data }: ExamScheduled): ScheduledExam => {
  const { facilityId, patientId, patientVersion, schedule, order, enteredAs } = data;
  return { status: 'scheduled', facilityId, patientId, patientVersion, schedule, orders: [order], enteredAs, scanned: false, heard: {} };
};

const rescheduled = (exam: ScheduledExam, { data }: ExamRescheduled): ScheduledExam => {
  const [first, ...others] = exam.orders;
  const replaced = (order: ExamOrder): ExamOrder => (order.key === data.order.key ? data.order : order);
  return { ...exam, schedule: data.schedule, orders: [replaced(first), ...others.map(replaced)] };
};

const progressed = (exam: ScheduledExam, { data }: ExamProgressed): ScheduledExam => ({
  ...exam,
  scanned: exam.scanned || data.step === 'scan-received',
  heard: { ...exam.heard, [data.source.subject]: data.source.streamVersion },
});

/** What a fact makes of the state. */
export const evolveExam = (exam: Exam, event: ExamEvent): Exam => {
  if (event.type === 'ExamScheduled') return scheduled(event);
  if (exam.status === 'none') return exam;
  switch (event.type) {
    case 'ExamRescheduled':
      return rescheduled(exam, event);
    case 'OrderAdded':
      return { ...exam, orders: [...exam.orders, event.data.order] };
    case 'PatientArrived':
      return { ...exam, arrivedAt: event.data.arrivedAt };
    case 'ExamProgressed':
      return progressed(exam, event);
  }
};
