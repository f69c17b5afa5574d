import type { PatientEvent } from './patient.events.js';

/** Somebody with the identifiers that belong to them, without their values, and what merges have linked. */
export interface RegisteredPatient {
  readonly status: 'registered';
  readonly facilityId: string;
  readonly identifierIds: readonly string[];
  /** Those of them that are not used any more. */
  readonly retired: readonly string[];
  /** Who stays instead, after a merge. */
  readonly survivorId?: string;
  /** Who was merged into this one. */
  readonly absorbed: readonly string[];
}

/** Who somebody is to Osteon. */
export type Patient = { readonly status: 'none' } | RegisteredPatient;

/** What a fact makes of the state. */
export const evolvePatient = (patient: Patient, event: PatientEvent): Patient => {
  if (event.type === 'PatientRegistered') return { status: 'registered', facilityId: event.data.facilityId, identifierIds: [], retired: [], absorbed: [] };
  if (patient.status === 'none') return patient;
  switch (event.type) {
    case 'IdentifierAdded':
      return { ...patient, identifierIds: [...patient.identifierIds, event.data.identifierId] };
    case 'IdentifierRetired':
      return { ...patient, retired: [...patient.retired, event.data.identifierId] };
    case 'PatientMerged':
      return { ...patient, survivorId: event.data.survivorId };
    case 'PatientAbsorbed':
      return { ...patient, absorbed: [...patient.absorbed, event.data.patientId] };
  }
};
