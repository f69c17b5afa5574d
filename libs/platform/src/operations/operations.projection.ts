import { projection } from '@osteon/event-store';
import { operations } from './operation.js';

/** What was done here, for the list of operations. */
export const operationsDone = projection(operations, 'operations', ['operations'], {
  OperationBegun: (tx, { id, at, by, facilityId, correlationId, event: { data } }) =>
    tx.query(
      `insert into operations (operation_id, what, target, facility_id, by, begun_at, outcome, correlation_id) values ($1, $2, $3, $4, $5, $6, 'begun', $7)`,
      [id, data.what, JSON.stringify(data.target), facilityId, by, at, correlationId],
    ),
  OperationEnded: (tx, { id, at, event: { data } }) =>
    tx.query(`update operations set outcome = 'done', ended_at = $2, counts = $3 where operation_id = $1`, [id, at, JSON.stringify(data.counts)]),
  OperationFailed: (tx, { id, at, event: { data } }) =>
    tx.query(`update operations set outcome = 'failed', ended_at = $2, why = $3 where operation_id = $1`, [id, at, data.why]),
});
