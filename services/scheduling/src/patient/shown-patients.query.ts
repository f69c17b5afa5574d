import type { scheduling } from '@osteon/contracts';
import type { Transaction } from '@osteon/event-store';

/** What is known about patients, by id; whoever was erased is absent. Identifiers that are not used any more come last. */
export const shownPatients = async (tx: Transaction, patientIds: readonly string[]): Promise<ReadonlyMap<string, scheduling.PatientV1>> => {
  const rows = await tx.query<{ patient: scheduling.PatientV1 }>(
    `select jsonb_strip_nulls(jsonb_build_object('patientId', patient_id, 'version', version, 'name', name, 'birthDate', birth_date, 'sex', sex,
              'ethnicGroup', ethnic_group,
              'mergedInto', (select survivor_id from patient_merges where patient_merges.patient_id = patient_demographics.patient_id),
              'identifiers', coalesce(
                (select jsonb_agg(jsonb_build_object('value', value, 'authority', authority, 'type', type, 'retired', nullif(retired, false))
                                  order by retired, identifier_id)
                   from patient_identifiers where patient_identifiers.patient_id = patient_demographics.patient_id), '[]'))) as patient
       from patient_demographics where patient_id = any($1)`,
    [patientIds],
  );
  return new Map(rows.map(({ patient }) => [patient.patientId, patient]));
};

/** The same, of each the one who stays after all merges. */
export const shownSurvivors = async (tx: Transaction, patientIds: readonly string[]): Promise<ReadonlyMap<string, scheduling.PatientV1>> => {
  const merged = await tx.query<{ patient_id: string; survivor_id: string }>(
    'select patient_id, (select survivor_id from same_person(patient_id) limit 1) as survivor_id from patient_merges where patient_id = any($1)',
    [patientIds],
  );
  const survivors = new Map(merged.map((row) => [row.patient_id, row.survivor_id]));
  const survivorOf = (patientId: string): string => survivors.get(patientId) ?? patientId;
  const shown = await shownPatients(tx, patientIds.map(survivorOf));
  return new Map(patientIds.flatMap((patientId) => {
    const patient = shown.get(survivorOf(patientId));
    return patient ? [[patientId, patient] as const] : [];
  }));
};
