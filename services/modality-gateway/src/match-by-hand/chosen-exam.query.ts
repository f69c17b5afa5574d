import type { Transaction } from '@osteon/event-store';
import type { ChosenExam } from './match-by-hand.js';

interface Row {
  readonly facility_id: string;
  readonly patient_id: string;
  readonly patient_is_here: boolean;
  readonly has_study: boolean;
}

const select = `
  select w.facility_id, w.patient_id,
         exists (select 1 from known_patients p where p.patient_id = w.patient_id and not p.tombstone and p.version >= w.patient_version) as patient_is_here,
         exists (select 1 from acquisitions a where a.exam_id = w.exam_id and a.acquisition_id <> $2 and a.instance_count > 0) as has_study
    from worklist_items w where w.exam_id = $1`;

/** The exam that a person names for a study, in the transaction that decides. */
export const chosenExam = async (tx: Transaction, examId: string, acquisitionId: string): Promise<ChosenExam | undefined> => {
  const [row] = await tx.query<Row>(select, [examId, acquisitionId]);
  if (!row) return undefined;
  const { facility_id: facilityId, patient_id: patientId, patient_is_here: patientIsHere, has_study: hasStudy } = row;
  return { examId, facilityId, patientId, patientIsHere, hasStudy };
};
