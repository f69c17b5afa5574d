import type { Transaction } from '@osteon/event-store';
import type { Reference } from '@osteon/dicom';
import type { StepOfStudy } from './step-of-study.js';

/** Every step of a study; none where the device does not say MPPS. */
export const stepsOfStudy = async (tx: Transaction, facilityId: string, studyInstanceUID: string): Promise<StepOfStudy[]> => {
  const rows = await tx.query<{ status: StepOfStudy['status']; references_listed: Reference[]; wrong_entry: boolean }>(
    'select status, references_listed, wrong_entry from procedure_steps where facility_id = $1 and study_instance_uids @> array[$2]',
    [facilityId, studyInstanceUID],
  );
  return rows.map(({ status, references_listed: references, wrong_entry: wrongEntry }) => ({ status, references, wrongEntry }));
};
