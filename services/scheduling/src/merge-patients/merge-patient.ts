import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { IdentifierRetired, PatientAbsorbed, PatientMerged } from '../patient/patient.events.js';
import { patientRefusals } from '../patient/patient.refusals.js';
import type { Patient } from '../patient/patient.js';

/** A patient is the same person as a survivor. Said twice it is harmless; whoever has another survivor keeps them until a person decides. */
export const mergePatient = (patient: Patient, survivorId: string, _context: Context): PatientMerged[] => {
  if (patient.status === 'none' || patient.survivorId === survivorId) return [];
  if (patient.survivorId !== undefined) return refuse(patientRefusals.MERGED_INTO_ANOTHER);
  return [{ type: 'PatientMerged', data: { survivorId } }];
};

/** The survivor stands for one more patient; nobody survives who was merged themselves. */
export const absorbPatient = (survivor: Patient, patientId: string, _context: Context): PatientAbsorbed[] => {
  if (survivor.status === 'none' || survivor.absorbed.includes(patientId)) return [];
  if (survivor.survivorId !== undefined) return refuse(patientRefusals.MERGE_IS_CIRCULAR);
  return [{ type: 'PatientAbsorbed', data: { patientId } }];
};

/** One of the patient's identifiers is not used any more. */
export const retireIdentifier = (patient: Patient, identifierId: string, _context: Context): IdentifierRetired[] => {
  if (patient.status === 'none' || patient.retired.includes(identifierId)) return [];
  return [{ type: 'IdentifierRetired', data: { identifierId } }];
};
