import type { Transaction } from '@osteon/event-store';
import type { StepProgress } from './step-progress.js';

const select = `
  select a.acquisition_id as "acquisitionId", p.step_id as "stepId", p.status, p.reason, p.lacks,
         jsonb_array_length(p.references_listed) as listed, p.begun_at as "begunAt", p.ended_at as "endedAt"
    from acquisitions a
    join procedure_steps p on p.facility_id = a.facility_id and p.study_instance_uids @> array[a.study_instance_uid]
   where a.acquisition_id = any($1::uuid[])
   order by p.begun_at, p.step_id`;

/** The steps of these acquisitions, by acquisition; none where a device does not say MPPS. */
export const stepsOfStudies = async (tx: Transaction, acquisitionIds: readonly string[]): Promise<Map<string, StepProgress[]>> => {
  const byAcquisition = new Map<string, StepProgress[]>();
  for (const { acquisitionId, ...progress } of await tx.query<StepProgress & { readonly acquisitionId: string }>(select, [acquisitionIds]))
    byAcquisition.set(acquisitionId, [...(byAcquisition.get(acquisitionId) ?? []), progress]);
  return byAcquisition;
};
