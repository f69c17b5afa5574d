import type { scheduling } from '@osteon/contracts';

/** A patient as a page shows them, from the replica; absent where erased or not yet heard. */
export type PatientShown = Omit<scheduling.PatientV1, 'mergedInto'>;

export const patientShown = (patient: scheduling.PatientV1 | undefined): PatientShown | undefined => {
  if (!patient) return undefined;
  const { mergedInto, ...shown } = patient;
  return shown;
};
