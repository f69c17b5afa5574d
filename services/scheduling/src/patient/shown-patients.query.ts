import type { scheduling } from '@osteon/contracts';
import type { Transaction } from '@osteon/event-store';

/** What is known about patients, by id; whoever was erased is absent. */
export const shownPatients = async (tx: Transaction, patientIds: readonly string[]): Promise<ReadonlyMap<string, scheduling.PatientV1>> => {
  const rows = await tx.query<{ patient: scheduling.PatientV1 }>(
    `select jsonb_strip_nulls(jsonb_build_object('patientId', patient_id, 'version', version, 'name', name, 'birthDate', birth_date, 'sex', sex,
              'ethnicGroup', ethnic_group, 'identifiers', coalesce(
                (select jsonb_agg(jsonb_build_object('value', value, 'authority', authority, 'type', type) order by identifier_id)
                   from patient_identifiers where patient_identifiers.patient_id = patient_demographics.patient_id), '[]'))) as patient
       from patient_demographics where patient_id = any($1)`,
    [patientIds],
  );
  return new Map(rows.map(({ patient }) => [patient.patientId, patient]));
};
