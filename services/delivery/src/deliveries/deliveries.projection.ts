import { projection, type Recorded, type Transaction } from '@osteon/event-store';
import { deliveries } from '../delivery/delivery.aggregate.js';

const set = (tx: Transaction, { id, at, streamVersion }: Recorded, columns: Readonly<Record<string, unknown>>): Promise<unknown> => {
  const assignments = Object.keys(columns).map((name, i) => `${name} = $${i + 4}`);
  return tx.query(`update deliveries set changed_at = $2, version = $3, ${assignments.join(', ')} where delivery_id = $1`, [
    id,
    at,
    streamVersion,
    ...Object.values(columns),
  ]);
};

/** Where each report stands at each destination, and when it is due. */
export const deliveriesProjection = projection(deliveries, 'deliveries', ['deliveries'], {
  DeliveryPlanned: (tx, { id, at, correlationId, event }) => {
    const { destination, report, plannedAt } = event.data;
    return tx.query(
      `insert into deliveries (delivery_id, exam_id, report_id, revision, facility_id, patient_id, kind, destination_id, state, version,
                               planned_at, due_at, changed_at, correlation_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'pending', 1, $9, $9, $10, $11)`,
      [id, report.examId, report.reportId, report.revision, report.facilityId, report.patientId, destination.kind, destination.id, plannedAt, at, correlationId],
    );
  },
  AttemptBegun: (tx, fact) =>
    set(tx, fact, { state: 'attempting', attempts: fact.event.data.attempt, identity: fact.event.data.identity, due_at: null }),
  DeliveryAcknowledged: (tx, fact) => set(tx, fact, { state: 'delivered', answer: fact.event.data.answer, due_at: null }),
  DeliveryRefused: (tx, fact) => set(tx, fact, { state: 'refused', answer: fact.event.data.answer, due_at: null }),
  AttemptUnanswered: (tx, fact) => set(tx, fact, { state: 'uncertain', answer: fact.event.data.why, due_at: fact.event.data.dueAt }),
  AttemptFailed: (tx, fact) => set(tx, fact, { state: 'pending', answer: fact.event.data.why, due_at: fact.event.data.dueAt }),
  DeliveryParked: (tx, fact) => {
    const { why, detail } = fact.event.data;
    return set(tx, fact, { state: 'parked', answer: detail === undefined ? why : `${why} ${detail}`, due_at: null });
  },
  ResendAsked: (tx, fact) => set(tx, fact, { state: 'pending', due_at: fact.event.data.dueAt }),
});
