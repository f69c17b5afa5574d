import { scheduling } from '@osteon/contracts';
import type { StateSource } from '@osteon/event-store';
import { sayPatient } from './say-patient.handler.js';

/** Everybody who is known, for the topic `patients`. Whatever changes what is said of a patient counts a version in the locked row. */
export const patientStates: StateSource = {
  topic: scheduling.Patient.topic,
  keys: async ({ tx }, after, limit) => {
    const rows = await tx.query<{ key: string }>(
      `select patient_id::text as key from patient_demographics where $1 = '' or patient_id > nullif($1, '')::uuid order by patient_id limit $2`,
      [after, limit],
    );
    return rows.map(({ key }) => key);
  },
  say: async (unit, patientId) => {
    await unit.tx.query('select from patient_demographics where patient_id = $1 for share', [patientId]);
    await sayPatient(unit, patientId);
  },
};
