import { projection, type Transaction } from '@osteon/event-store';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';

/** Counts again which archives have answered for everything, from what the row is about to say. */
const counted = (answered: string, instanceCount: string): string => `instance_count = ${instanceCount}, answered = ${answered},
  settled_in = case when is_counted
    then coalesce((select array_agg(key order by key collate "C") from jsonb_each_text(${answered}) where value::integer >= ${instanceCount}), '{}')
    else '{}' end`;

const set = (tx: Transaction, id: string, assignments: string, values: readonly unknown[]): Promise<unknown> =>
  tx.query(`update forwarding_progress set ${assignments} where acquisition_id = $1`, [id, ...values]);

const isFinal = ({ outcome }: { readonly outcome: string }): boolean => outcome === 'delivered' || outcome === 'refused';

/** Which archives have answered for everything of a study: what is settled everywhere is never looked at again, however much there is of it. */
export const forwardingProgress = projection(acquisitions, 'forwarding-progress', ['forwarding_progress'], {
  AcquisitionBegun: (tx, { id, facilityId }) =>
    tx.query('insert into forwarding_progress (acquisition_id, facility_id) values ($1, $2)', [id, facilityId]),
  InstancesFiled: (tx, { id, event: { data } }) =>
    set(tx, id, counted('answered', 'instance_count + $2'), [data.instances.filter(({ conflicting }) => !conflicting).length]),
  InstancesHidden: (tx, { id }) => set(tx, id, `is_counted = false, settled_in = '{}'`, []),
  InstancesForwarded: (tx, { id, event: { data } }) =>
    set(tx, id, counted('answered || jsonb_build_object($2::text, coalesce((answered->>$2)::integer, 0) + $3)', 'instance_count'), [
      data.archiveId,
      data.outcomes.filter(isFinal).length,
    ]),
});
