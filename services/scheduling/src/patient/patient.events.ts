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

/** A number is not used any more. It goes on finding the patient: messages and images may still carry it. */
export interface IdentifierRetired {
  readonly type: 'IdentifierRetired';
  readonly data: { readonly identifierId: string };
}

/** The same person is known as another patient, who stays: a link that rewrites nothing and can be undone. */
export interface PatientMerged {
  readonly type: 'PatientMerged';
  readonly data: { readonly survivorId: string };
}

/** The other side of a merge, in the stream of the one who stays: two merges that would close a circle meet here. */
export interface PatientAbsorbed {
  readonly type: 'PatientAbsorbed';
  readonly data: { readonly patientId: string };
}

export type PatientEvent = PatientRegistered | IdentifierAdded | IdentifierRetired | PatientMerged | PatientAbsorbed;
