import type { Context } from '@osteon/identity';
import type { PatientEvent } from './patient.events.js';
import type { Patient } from './patient.js';

/** An identifier by its id, without its value. */
export interface NewIdentifier {
  readonly identifierId: string;
  readonly authority: string;
  readonly type?: string;
}

/** Where somebody is first known, and the identifiers that are free for them. */
export interface RegisterPatient {
  readonly facilityId: string;
  readonly identifiers: readonly NewIdentifier[];
}

const added = ({ identifierId, authority, type }: NewIdentifier): PatientEvent => ({
  type: 'IdentifierAdded',
  data: { identifierId, authority, ...(type === undefined ? {} : { type }) },
});

/** A person becomes known with all identifiers at once. Whoever is known already stays as they are. */
export const registerPatient = (patient: Patient, { facilityId, identifiers }: RegisterPatient, _context: Context): PatientEvent[] =>
  patient.status === 'none' ? [{ type: 'PatientRegistered', data: { facilityId } }, ...identifiers.map(added)] : [];

/** Further identifiers of somebody who is known. */
export const addIdentifiers = (patient: Patient, identifiers: readonly NewIdentifier[], _context: Context): PatientEvent[] => {
  if (patient.status === 'none') return [];
  return identifiers.filter(({ identifierId }) => !patient.identifierIds.includes(identifierId)).map(added);
};
