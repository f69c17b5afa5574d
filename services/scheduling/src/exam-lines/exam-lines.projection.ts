import { DateTime } from 'luxon';
import { projection, type Recorded, type Transaction } from '@osteon/event-store';
import type { ExamOrder, ExamProgressed, ExamStep, Grounds, Schedule } from '../exam/exam.events.js';
import { exams } from '../exam/exam.aggregate.js';

/** The day on the facility's wall. */
const dayOf = ({ scheduledAt, zone }: Schedule): string => DateTime.fromISO(scheduledAt, { zone }).toFormat('yyyy-LL-dd');

const place = (tx: Transaction, { id, streamVersion }: Recorded, { schedule, flags }: Grounds & { readonly schedule: Schedule }): Promise<unknown> =>
  tx.query('update exam_lines set version = $2, scheduled_at = $3, zone = $4, day = $5, schedule = $6, flags = $7 where exam_id = $1', [
    id,
    streamVersion,
    schedule.scheduledAt,
    schedule.zone,
    dayOf(schedule),
    JSON.stringify(schedule),
    JSON.stringify(flags),
  ]);

/** The order that gave the exam its numbers may give it new ones; another order's numbers are its own. */
const rename = (tx: Transaction, examId: string, { key, accessionNumber, studyInstanceUID }: ExamOrder): Promise<unknown> =>
  tx.query('update exam_lines set accession_number = $3, study_instance_uid = $4 where exam_id = $1 and first_order = $2', [
    examId,
    key ?? '',
    accessionNumber,
    studyInstanceUID,
  ]);

const step = (tx: Transaction, { id, streamVersion }: Recorded, { name, at, by, detail }: { name: string; at: string; by: string; detail?: string }) =>
  tx.query('insert into exam_line_steps (exam_id, version, name, at, by, detail) values ($1, $2, $3, $4, $5, $6)', [
    id,
    streamVersion,
    name,
    at,
    by,
    detail ?? null,
  ]);

/** The line is as new as the fact, also where nothing else of it changes. */
const renew = (tx: Transaction, { id, streamVersion }: Recorded): Promise<unknown> => tx.query('update exam_lines set version = $2 where exam_id = $1', [id, streamVersion]);

const unsay = (tx: Transaction, { id }: Recorded, name: string): Promise<unknown> =>
  tx.query('delete from exam_line_steps where exam_id = $1 and name = $2', [id, name]);

/** What an order's cancel has done, as its line shows it. */
const cancel = async (tx: Transaction, fact: Recorded, name: string): Promise<void> => {
  await renew(tx, fact);
  await step(tx, fact, { name, at: fact.at, by: fact.by });
};

const states: Readonly<Partial<Record<ExamStep, string>>> = { delivered: 'delivered', 'delivery-refused': 'refused', 'delivery-uncertain': 'uncertain' };

const deliver = (tx: Transaction, { id }: Recorded, { step: name, at, delivery }: ExamProgressed['data']): Promise<unknown> | undefined => {
  if (!delivery) return undefined;
  const { destination, kind, revision, answer } = delivery;
  return tx.query(
    `insert into exam_line_deliveries (exam_id, destination, kind, revision, state, answer, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (exam_id, destination) do update set revision = excluded.revision, state = excluded.state, answer = excluded.answer, at = excluded.at
       where exam_line_deliveries.revision <= excluded.revision`,
    [id, destination, kind, revision, states[name], answer ?? null, at],
  );
};

/** The lines of the schedule, with what has happened to each exam since. */
export const examLines = projection(exams, 'exam-lines', ['exam_lines', 'exam_line_steps', 'exam_line_deliveries'], {
  ExamScheduled: async (tx, fact) => {
    const { facilityId, patientId, schedule, order } = fact.event.data;
    await tx.query(
      `insert into exam_lines (exam_id, facility_id, patient_id, first_order, accession_number, study_instance_uid, version, scheduled_at, zone, day, schedule, flags)
       values ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9, '{}', '[]')`,
      [fact.id, facilityId, patientId, order.key ?? '', order.accessionNumber, order.studyInstanceUID, schedule.scheduledAt, schedule.zone, dayOf(schedule)],
    );
    await place(tx, fact, fact.event.data);
    await step(tx, fact, { name: 'scheduled', at: fact.at, by: fact.by });
  },
  ExamRescheduled: async (tx, fact) => {
    await place(tx, fact, fact.event.data);
    await rename(tx, fact.id, fact.event.data.order);
    await unsay(tx, fact, 'cancelled');
  },
  OrderAdded: async (tx, fact) => {
    await renew(tx, fact);
    await unsay(tx, fact, 'cancelled');
  },
  OrderCancelled: (tx, fact) => cancel(tx, fact, 'order-cancelled'),
  ExamCancelled: (tx, fact) => cancel(tx, fact, 'cancelled'),
  CancelAskedAfterScan: (tx, fact) => cancel(tx, fact, 'cancel-asked'),
  PatientArrived: async (tx, fact) => {
    await renew(tx, fact);
    await step(tx, fact, { name: 'arrived', at: fact.event.data.arrivedAt, by: fact.by });
  },
  ArrivalTakenBack: async (tx, fact) => {
    await renew(tx, fact);
    await unsay(tx, fact, 'arrived');
    await step(tx, fact, { name: 'arrival-taken-back', at: fact.event.data.takenBackAt, by: fact.by });
  },
  ExamProgressed: async (tx, fact) => {
    const { data } = fact.event;
    await renew(tx, fact);
    await step(tx, fact, { name: data.step, at: data.at, by: data.by, detail: data.detail });
    await deliver(tx, fact, data);
  },
});
