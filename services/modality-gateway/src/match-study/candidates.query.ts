import { scheduling } from '@osteon/contracts';
import { dateFromDA, instantToDAandTM } from '@osteon/dicom';
import type { Transaction } from '@osteon/event-store';
import type { Candidate, StudyHeader } from './match-study.js';

interface Row {
  readonly exam_id: string;
  readonly patient_id: string;
  readonly study_instance_uids: readonly string[];
  readonly accession_numbers: readonly string[];
  readonly requested_procedure_id: string;
  readonly scheduled_procedure_step_id: string;
  readonly scheduled_at: Date;
  readonly zone: string;
  readonly state: string;
  readonly has_study: boolean;
  readonly authority: string;
  /** Null until it is here in the version that the exam was scheduled with, and once it is erased. */
  readonly patient: unknown;
  /** The patient and everybody linked to it by merges: their numbers name it too. */
  readonly linked: readonly unknown[];
}

/** Named by a number, or of a patient whose number the objects carry; each by an index of its own. */
const select = `
  with site as (select body->>'assigningAuthority' as authority from replica_sites where facility_id = $1 and not tombstone),
  bearers as (
    select linked_patients(p.patient_id) as patient_id
      from site cross join unnest($6::text[]) as number
      join replica_patients p on p.body->'identifiers' @> jsonb_build_array(jsonb_build_object('value', number, 'authority', authority))
  ),
  named as (
    select exam_id from worklist_items where facility_id = $1 and study_instance_uids @> array[$2]
    union select exam_id from worklist_items where facility_id = $1 and accession_numbers && $3::text[]
    union select exam_id from worklist_items
           where facility_id = $1
             and (requested_procedure_id, scheduled_procedure_step_id) in (select * from unnest($4::text[], $5::text[]))
    union select exam_id from worklist_items where facility_id = $1 and state = 'open' and patient_id in (select patient_id from bearers)
  )
  select w.*, site.authority, p.body as patient,
         exists (select 1 from acquisitions a where a.exam_id = w.exam_id and a.study_instance_uid <> $2 and a.instance_count > 0) as has_study,
         coalesce((select jsonb_agg(body) from replica_patients where patient_id in (select linked_patients(w.patient_id)) and not tombstone), '[]') as linked
    from named join worklist_items w using (exam_id) cross join site
    left join known_patients p on p.patient_id = w.patient_id and not p.tombstone and p.version >= w.patient_version
   order by w.scheduled_at, w.exam_id`;

const numbersOf = (linked: readonly unknown[], authority: string): string[] =>
  linked
    .flatMap((body) => scheduling.Patient.heard.parse(body).identifiers)
    .filter((identifier) => identifier.authority === authority)
    .map(({ value }) => value);

const candidateOf = (row: Row): Candidate => ({
  examId: row.exam_id,
  patientId: row.patient_id,
  studyInstanceUIDs: row.study_instance_uids,
  accessionNumbers: row.accession_numbers,
  requestedProcedureId: row.requested_procedure_id,
  scheduledProcedureStepId: row.scheduled_procedure_step_id,
  scheduledOn: dateFromDA(instantToDAandTM(row.scheduled_at.toISOString(), row.zone).DA) ?? '',
  open: row.state === 'open',
  hasStudy: row.has_study,
  patientIsHere: row.patient !== null,
  identifiers: numbersOf(row.linked, row.authority),
  birthDate: row.patient === null ? undefined : scheduling.Patient.heard.parse(row.patient).birthDate,
});

/** The exams of a facility that a study with these headers could mean, in the transaction that decides. */
export const candidatesFor = async (tx: Transaction, facilityId: string, headers: readonly StudyHeader[]): Promise<Candidate[]> => {
  const steps = headers.filter(({ requestedProcedureId, scheduledProcedureStepId }) => requestedProcedureId && scheduledProcedureStepId);
  const rows = await tx.query<Row>(select, [
    facilityId,
    headers[0]?.studyInstanceUID ?? '',
    headers.flatMap(({ accessionNumber }) => accessionNumber ?? []),
    steps.map(({ requestedProcedureId }) => requestedProcedureId),
    steps.map(({ scheduledProcedureStepId }) => scheduledProcedureStepId),
    headers.flatMap(({ patientId }) => patientId ?? []),
  ]);
  return rows.map(candidateOf);
};
