import { projection, type Recorded, type Transaction } from '@osteon/event-store';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import type { Match } from '../match-study/match-study.js';

const set = (tx: Transaction, { id, streamVersion }: Recorded, assignments: string, values: readonly unknown[]): Promise<unknown> =>
  tx.query(`update acquisitions set version = $2, ${assignments} where acquisition_id = $1`, [id, streamVersion, ...values]);

const touch = (tx: Transaction, { id, streamVersion }: Recorded): Promise<unknown> =>
  tx.query('update acquisitions set version = $2 where acquisition_id = $1', [id, streamVersion]);

const examOf = (match: Match): string | null => (match.state === 'matched' ? match.examId : null);

const marked = `(select jsonb_agg(case when each->>'sopInstanceUID' = any($3::text[]) then each || '{"hidden": true}' else each end order by place)
     from jsonb_array_elements(instances) with ordinality as listed(each, place))`;
const left = `(select count(*)::int from jsonb_array_elements(${marked}) as each where not each ? 'hidden' and not each ? 'conflicting')`;

/** A study of which nothing is left is as if it had yet to come. */
const hidden = `instances = ${marked}, instance_count = ${left}, read_count = 0, measurements = null,
  complete_by = case when ${left} > 0 then complete_by end, completed_at = case when ${left} > 0 then completed_at end`;

/** What lists and loops know of each acquisition. */
export const acquisitionRows = projection(acquisitions, 'acquisitions', ['acquisitions'], {
  AcquisitionBegun: (tx, { id, facilityId, streamVersion, at, event: { data } }) =>
    tx.query(
      `insert into acquisitions (acquisition_id, facility_id, study_instance_uid, device_id, match_state, match, exam_id, received_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, facilityId, data.studyInstanceUID, data.deviceId, data.match.state, JSON.stringify(data.match), examOf(data.match), at, streamVersion],
    ),
  InstancesFiled: (tx, fact) => {
    const { instances } = fact.event.data;
    const counted = instances.filter(({ conflicting }) => !conflicting).length;
    return set(tx, fact, 'instances = instances || $3::jsonb, instance_count = instance_count + $4, last_filed_at = $5', [
      JSON.stringify(instances),
      counted,
      fact.at,
    ]);
  },
  InstancesHidden: (tx, fact) => set(tx, fact, hidden, [fact.event.data.sopInstanceUIDs]),
  StudyMatchedAgain: (tx, fact) => {
    const { match } = fact.event.data;
    return set(tx, fact, 'match_state = $3, match = $4, exam_id = $5', [match.state, JSON.stringify(match), examOf(match)]);
  },
  AcquisitionCompleted: (tx, fact) => set(tx, fact, 'complete_by = $3, completed_at = $4', [fact.event.data.completeBy, fact.at]),
  MeasurementsRead: (tx, fact) =>
    set(tx, fact, 'read_count = $3, measurements = $4', [fact.event.data.instances, JSON.stringify(fact.event.data)]),
  ForwardingAttempted: touch,
  InstancesForwarded: touch,
  IdentityCorrected: touch,
  StudyArchived: touch,
});
