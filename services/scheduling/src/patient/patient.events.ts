/** Osteon knows a person from now on, under an id of its own. Demographics lie beside the stream, erasable. */
export interface PatientRegistered {
  readonly type: 'PatientRegistered';
  readonly data: { readonly facilityId: string };
}

/** An identifier belongs to the patient. Its value lies in the claim, erasable; here are its id and who assigned it (PID-3.4). */
export interface IdentifierAdded {
  readonly type: 'IdentifierAdded';
  readonly data: { readonly identifierId: string; readonly authority: string; readonly type?: string };
}

export type PatientEvent = PatientRegistered | IdentifierAdded;
