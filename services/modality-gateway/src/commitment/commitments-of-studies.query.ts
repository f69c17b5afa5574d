import type { Transaction } from '@osteon/event-store';
import type { CommitmentProgress } from './commitment-progress.js';

const select = `
  select a.acquisition_id as "acquisitionId", c.commitment_id as "commitmentId", c.transaction_uid as "transactionUID", c.state,
         c.sop_instance_uids as "sopInstanceUIDs", c.failed, c.attempts, c.why, c.asked_at as "askedAt", c.ended_at as "endedAt"
    from acquisitions a
    join commitments c on c.facility_id = a.facility_id
     and c.sop_instance_uids && array(select instance->>'sopInstanceUID' from jsonb_array_elements(a.instances) as instance)
   where a.acquisition_id = any($1::uuid[])
   order by c.asked_at, c.commitment_id`;

/** The requests that name an object of these acquisitions, by acquisition. */
export const commitmentsOfStudies = async (tx: Transaction, acquisitionIds: readonly string[]): Promise<Map<string, CommitmentProgress[]>> => {
  const byAcquisition = new Map<string, CommitmentProgress[]>();
  for (const { acquisitionId, ...progress } of await tx.query<CommitmentProgress & { readonly acquisitionId: string }>(select, [acquisitionIds]))
    byAcquisition.set(acquisitionId, [...(byAcquisition.get(acquisitionId) ?? []), progress]);
  return byAcquisition;
};
