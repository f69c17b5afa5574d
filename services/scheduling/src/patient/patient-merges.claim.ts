import { claim } from '@osteon/event-store';
import { patients } from './patient.aggregate.js';

/** Who was merged into whom: a patient has one survivor. */
export const patientMerges = claim(patients, 'patient-merges', ['patient_merges'], {
  PatientMerged: (tx, { id, event }) => tx.query('insert into patient_merges (patient_id, survivor_id) values ($1, $2)', [id, event.data.survivorId]),
});
