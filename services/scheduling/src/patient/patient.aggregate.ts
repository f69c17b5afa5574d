import type { Aggregate } from '@osteon/event-store';
import type { PatientEvent } from './patient.events.js';
import { evolvePatient, type Patient } from './patient.js';

/** Identity of patients; what is known about the person is versioned state beside it. */
export const patients: Aggregate<Patient, PatientEvent> = {
  name: 'patient',
  initial: { status: 'none' },
  evolve: evolvePatient,
  facilityOf: (patient) => (patient.status === 'registered' ? patient.facilityId : ''),
};
