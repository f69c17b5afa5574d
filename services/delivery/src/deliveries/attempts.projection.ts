import { projection, type Recorded, type Transaction } from '@osteon/event-store';
import { deliveries } from '../delivery/delivery.aggregate.js';
import type { ShownOutcome } from './delivery-row.js';

const end = (tx: Transaction, { id, at }: Recorded, attempt: number, ...[outcome, answer]: [ShownOutcome, string]): Promise<unknown> =>
  tx.query('update delivery_attempts set ended_at = $3, outcome = $4, answer = $5 where delivery_id = $1 and attempt = $2', [
    id,
    attempt,
    at,
    outcome,
    answer,
  ]);

/** Every attempt of every delivery and what became of it. An answer that came late ends the attempt that it answers. */
export const attemptsProjection = projection(deliveries, 'delivery-attempts', ['delivery_attempts'], {
  AttemptBegun: (tx, { id, at, facilityId, event }) =>
    tx.query(
      `insert into delivery_attempts (delivery_id, attempt, facility_id, identity, begun_at, outcome) values ($1, $2, $3, $4, $5, 'under-way')`,
      [id, event.data.attempt, facilityId, event.data.identity, at],
    ),
  DeliveryAcknowledged: (tx, fact) => end(tx, fact, fact.event.data.attempt, 'delivered', fact.event.data.answer),
  DeliveryRefused: (tx, fact) => end(tx, fact, fact.event.data.attempt, 'refused', fact.event.data.answer),
  AttemptUnanswered: (tx, fact) => end(tx, fact, fact.event.data.attempt, 'uncertain', fact.event.data.why),
  AttemptFailed: (tx, fact) => end(tx, fact, fact.event.data.attempt, 'failed', fact.event.data.why),
});
