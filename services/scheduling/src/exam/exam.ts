import { INCORRECT_WORKLIST_ENTRY, type Cancel, type ExamEvent, type ExamOrder, type ExamProgressed, type ExamRescheduled, type ExamScheduled, type Schedule } from './exam.events.js';

/** An exam that has, or had, its place in the day: all that a later word about it is judged by. */
export interface ScheduledExam {
  readonly status: 'scheduled' | 'cancelled';
  readonly facilityId: string;
  readonly patientId: string;
  readonly patientVersion: number;
  readonly schedule: Schedule;
  /** Never empty; the first one gives the exam its accession number and Study Instance UID. */
  readonly orders: readonly [ExamOrder, ...ExamOrder[]];
  /** Keys of those orders that were cancelled. */
  readonly cancelled: readonly string[];
  readonly enteredAs?: string;
  /** Since when the patient is here, ISO 8601 in UTC. */
  readonly arrivedAt?: string;
  /** When an arrival was last taken back; what was said before it does not bring the patient here again. */
  readonly takenBackAt?: string;
  /** Streams of procedure steps that a device has begun, and not for want of the right worklist entry. */
  readonly begun: readonly string[];
  /** Objects are here: numbers, time and station are history. */
  readonly scanned: boolean;
  /** Last version heard of each stream of another service. */
  readonly heard: Readonly<Record<string, number>>;
}

export type Exam = { readonly status: 'none' } | ScheduledExam;

const scheduled = ({ data }: ExamScheduled): ScheduledExam => {
  const { facilityId, patientId, patientVersion, schedule, order, enteredAs } = data;
  return { status: 'scheduled', facilityId, patientId, patientVersion, schedule, orders: [order], cancelled: [], enteredAs, begun: [], scanned: false, heard: {} };
};

const rescheduled = (exam: ScheduledExam, { data }: ExamRescheduled): ScheduledExam => {
  const [first, ...others] = exam.orders;
  const replaced = (order: ExamOrder): ExamOrder => (order.key === data.order.key ? data.order : order);
  const cancelled = exam.cancelled.filter((key) => key !== data.order.key);
  return { ...exam, status: 'scheduled', schedule: data.schedule, orders: [replaced(first), ...others.map(replaced)], cancelled };
};

/** A cancel is the newest word about its order. */
const cancelled = (exam: ScheduledExam, { key, saidAt }: Cancel, status: ScheduledExam['status']): ScheduledExam => {
  const [first, ...others] = exam.orders;
  const said = (order: ExamOrder): ExamOrder => (order.key === key ? { ...order, saidAt: saidAt ?? order.saidAt } : order);
  return { ...exam, status, orders: [said(first), ...others.map(said)], cancelled: [...exam.cancelled, key] };
};

const begunBy = ({ begun }: ScheduledExam, { step, detail, source }: ExamProgressed['data']): readonly string[] => {
  if (step === 'scan-started') return [...begun, source.subject];
  const isUndone = step === 'scan-discontinued' && detail === INCORRECT_WORKLIST_ENTRY;
  return isUndone ? begun.filter((subject) => subject !== source.subject) : begun;
};

const progressed = (exam: ScheduledExam, { data }: ExamProgressed): ScheduledExam => ({
  ...exam,
  begun: begunBy(exam, data),
  scanned: exam.scanned || data.step === 'scan-received',
  heard: { ...exam.heard, [data.source.subject]: data.source.streamVersion },
});

/** Whether a device has begun with it, as far as is heard. */
export const isBegun = ({ begun, scanned }: ScheduledExam): boolean => scanned || begun.length > 0;

/** What a fact makes of the state. */
export const evolveExam = (exam: Exam, event: ExamEvent): Exam => {
  if (event.type === 'ExamScheduled') return scheduled(event);
  if (exam.status === 'none') return exam;
  switch (event.type) {
    case 'ExamRescheduled':
      return rescheduled(exam, event);
    case 'OrderAdded':
      return { ...exam, status: 'scheduled', orders: [...exam.orders, event.data.order] };
    case 'OrderCancelled':
      return cancelled(exam, event.data, exam.status);
    case 'ExamCancelled':
      return cancelled(exam, event.data, 'cancelled');
    case 'CancelAskedAfterScan':
      return cancelled(exam, event.data, exam.status);
    case 'PatientArrived':
      return { ...exam, arrivedAt: event.data.arrivedAt };
    case 'ArrivalTakenBack':
      return { ...exam, arrivedAt: undefined, takenBackAt: event.data.takenBackAt };
    case 'ExamProgressed':
      return progressed(exam, event);
  }
};
