import type { PatientEvent } from './patient.events.js';

/** Who somebody is to Osteon: an id and the identifiers that belong to it, without their values. */
export type Patient = { readonly status: 'none' } | { readonly status: 'registered'; readonly facilityId: string; readonly identifierIds: readonly string[] };

/** What a fact makes of the state. */
export const evolvePatient = (patient: Patient, event: PatientEvent): Patient => {
  switch (event.type) {
    case 'PatientRegistered':
      return { status: 'registered', facilityId: event.data.facilityId, identifierIds: [] };
    case 'IdentifierAdded':
      return patient.status === 'none' ? patient : { ...patient, identifierIds: [...patient.identifierIds, event.data.identifierId] };
  }
};
