import { projection } from '@osteon/event-store';
import { commitments } from './commitment.aggregate.js';

/** Where each request for commitment stands, and when something is to be done about it; drives the sender. */
export const commitmentRows = projection(commitments, 'commitments', ['commitments'], {
  CommitmentAsked: (tx, { id, at, event: { data } }) =>
    tx.query(
      `insert into commitments (commitment_id, facility_id, device_id, transaction_uid, sop_instance_uids, state, asked_at, due_at)
       values ($1, $2, $3, $4, $5, 'asked', $6, $7)`,
      [id, data.facilityId, data.deviceId, data.transactionUID, data.references.map(({ SOPInstanceUID }) => SOPInstanceUID), at, data.dueAt],
    ),
  CommitmentAskedAgain: (tx, { id, at, event: { data } }) =>
    tx.query(
      `update commitments set state = case when decided_at is null then 'asked' else 'decided' end, asked_at = $2, due_at = $3, ended_at = null, why = null
        where commitment_id = $1`,
      [id, at, data.dueAt],
    ),
  CommitmentDecided: (tx, { id, at, event: { data } }) =>
    tx.query(`update commitments set state = 'decided', decided_at = $2, failed = $3 where commitment_id = $1`, [id, at, JSON.stringify(data.failed)]),
  ReportAttempted: (tx, { id, event: { data } }) =>
    tx.query('update commitments set attempts = $2, due_at = $3 where commitment_id = $1', [id, data.attempt, data.dueAt]),
  CommitmentReported: (tx, { id, at }) =>
    tx.query(`update commitments set state = 'reported', ended_at = $2, due_at = null, why = null where commitment_id = $1`, [id, at]),
  ReportFailed: (tx, { id, event: { data } }) =>
    tx.query('update commitments set why = $2, due_at = $3 where commitment_id = $1', [id, data.status ? `${data.why} ${data.status}` : data.why, data.dueAt]),
  ReportGivenUp: (tx, { id, at }) =>
    tx.query(`update commitments set state = 'given-up', ended_at = $2, due_at = null where commitment_id = $1`, [id, at]),
});
