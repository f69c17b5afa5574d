import { projection } from '@osteon/event-store';
import { procedureSteps } from './procedure-step.aggregate.js';

/** What completeness and lists know of each step. */
export const procedureStepRows = projection(procedureSteps, 'procedure-steps', ['procedure_steps'], {
  StepBegun: (tx, { id, at, event: { data } }) =>
    tx.query(
      `insert into procedure_steps (step_id, facility_id, device_id, study_instance_uids, exam_id, status, lacks, begun_at)
       values ($1, $2, $3, $4, $5, 'in-progress', $6, $7)`,
      [
        id,
        data.facilityId,
        data.deviceId,
        data.studyInstanceUIDs,
        data.match.state === 'matched' ? data.match.examId : null,
        JSON.stringify(data.lacks),
        at,
      ],
    ),
  StepContinued: (tx, { id, event: { data } }) =>
    tx.query('update procedure_steps set references_listed = $2 where step_id = $1', [id, JSON.stringify(data.references)]),
  StepCompleted: (tx, { id, at, event: { data } }) =>
    tx.query(`update procedure_steps set status = 'completed', references_listed = $2, lacks = lacks || $3::jsonb, ended_at = $4 where step_id = $1`, [
      id,
      JSON.stringify(data.references),
      JSON.stringify(data.lacks),
      at,
    ]),
  StepDiscontinued: (tx, { id, at, event: { data } }) =>
    tx.query(
      `update procedure_steps set status = 'discontinued', references_listed = $2, lacks = lacks || $3::jsonb, ended_at = $4, reason = $5, wrong_entry = $6
        where step_id = $1`,
      [id, JSON.stringify(data.references), JSON.stringify(data.lacks), at, data.reason ?? null, data.wrongEntry],
    ),
});
