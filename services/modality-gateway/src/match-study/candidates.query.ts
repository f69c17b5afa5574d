import { scheduling } from '@osteon/contracts';
import { dateFromDA, instantToDAandTM } from '@osteon/dicom';
import type { Transaction } from '@osteon/event-store';
import type { Candidate, StudyHeader } from './match-study.js';

interface Row {
  readonly exam_id: string;
  readonly patient_id: string;
  readonly study_instance_uid: string;
  readonly accession_number: string;
  readonly requested_procedure_id: string;
  readonly scheduled_procedure_step_id: string;
  readonly scheduled_at: Date;
  readonly zone: string;
  readonly state: string;
  readonly authority: string;
  readonly patient: unknown;
  /** Patients that were merged into this one: their numbers name it too. */
  readonly merged: readonly unknown[];
}

const select = `
  select w.*, s.body->>'assigningAuthority' as authority, p.body as patient,
         coalesce((select jsonb_agg(m.body) from replica_patients m where m.body->>'mergedInto' = w.patient_id::text), '[]') as merged
    from worklist_items w
    join replica_sites s on s.facility_id = w.facility_id
    left join replica_patients p on p.patient_id = w.patient_id and not p.tombstone
   where w.facility_id = $1
     and (w.study_instance_uid = $2 or w.accession_number = $3
          or (w.requested_procedure_id = $4 and w.scheduled_procedure_step_id = $5)
          or (w.state = 'open' and exists (
                select 1 from jsonb_array_elements(p.body->'identifiers') i where i->>'value' = $6)))`;

const patientOf = (body: unknown): scheduling.PatientV1 | undefined => (body === null ? undefined : scheduling.Patient.heard.parse(body));

const numbersOf = (patient: scheduling.PatientV1 | undefined, authority: string): string[] =>
  (patient?.identifiers ?? []).filter((identifier) => identifier.authority === authority).map(({ value }) => value);

const candidateOf = (row: Row): Candidate => {
  const patient = patientOf(row.patient);
  const everybody = [patient, ...row.merged.map(patientOf)];
  return {
    examId: row.exam_id,
    patientId: row.patient_id,
    studyInstanceUID: row.study_instance_uid,
    accessionNumber: row.accession_number,
    requestedProcedureId: row.requested_procedure_id,
    scheduledProcedureStepId: row.scheduled_procedure_step_id,
    scheduledOn: dateFromDA(instantToDAandTM(row.scheduled_at.toISOString(), row.zone).DA) ?? '',
    open: row.state === 'open',
    identifiers: everybody.flatMap((one) => numbersOf(one, row.authority)),
    birthDate: patient?.birthDate,
  };
};

/** The exams of a facility that this header could mean, in the transaction that decides. */
export const candidatesFor = async (tx: Transaction, facilityId: string, header: StudyHeader): Promise<Candidate[]> => {
  const rows = await tx.query<Row>(select, [
    facilityId,
    header.studyInstanceUID,
    header.accessionNumber ?? null,
    header.requestedProcedureId ?? null,
    header.scheduledProcedureStepId ?? null,
    header.patientId ?? null,
  ]);
  return rows.map(candidateOf);
};
