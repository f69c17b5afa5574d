import type { Context } from '@osteon/identity';
import type { PatientEvent } from './patient.events.js';
import type { Patient } from './patient.js';

/** Where somebody is first known, and the identifiers that are free for them. */
export interface RegisterPatient {
  readonly facilityId: string;
  readonly identifiers: readonly { readonly identifierId: string; readonly authority: string; readonly type?: string }[];
}

/** A person becomes known with all identifiers at once. Whoever is known already stays as they are. */
export const registerPatient = (patient: Patient, { facilityId, identifiers }: RegisterPatient, _context: Context): PatientEvent[] => {
  if (patient.status === 'registered') return [];
  return [
    { type: 'PatientRegistered', data: { facilityId } },
    ...identifiers.map(({ identifierId, authority, type }): PatientEvent => ({
      type: 'IdentifierAdded',
      data: { identifierId, authority, ...(type === undefined ? {} : { type }) },
    })),
  ];
};
