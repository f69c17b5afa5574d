import type { CommitmentResult, Reference } from '@osteon/dicom';

/** A device wants to know whether objects are safe here (N-ACTION); it is answered only once this is stored. */
export interface CommitmentAsked {
  readonly type: 'CommitmentAsked';
  readonly data: {
    readonly commitmentId: string;
    readonly facilityId: string;
    readonly deviceId: string;
    /** How the device called itself: so it is called for the result. */
    readonly callingAETitle: string;
    readonly transactionUID: string;
    readonly references: readonly Reference[];
    /** So long the result is said until the device has heard it, ISO 8601. */
    readonly until: string;
    /** From then on it is ours to open an association for the result, ISO 8601: until then that of the N-ACTION may still be open. */
    readonly dueAt: string;
    /** The device has used this Transaction UID before, for other objects. */
    readonly clashes?: true;
  };
}

/** The device asked the very same again: it gets the same answer again. */
export interface CommitmentAskedAgain {
  readonly type: 'CommitmentAskedAgain';
  readonly data: Pick<CommitmentAsked['data'], 'callingAETitle' | 'until' | 'dueAt'>;
}

/** Each object was read back by its hash, or is not committed and why (Failure Reason); never decided anew. */
export interface CommitmentDecided {
  readonly type: 'CommitmentDecided';
  readonly data: Pick<CommitmentResult, 'committed' | 'failed'>;
}

/** On the association of the N-ACTION, or on one that we open to the device. */
export type ReportedOver = 'its-association' | 'new-association';

/** The result is about to be said (N-EVENT-REPORT); without an outcome after a restart it is said again. */
export interface ReportAttempted {
  readonly type: 'ReportAttempted';
  readonly data: { readonly attempt: number; readonly over: ReportedOver; readonly dueAt: string };
}

/** The device has answered the report with success. */
export interface CommitmentReported {
  readonly type: 'CommitmentReported';
  readonly data: { readonly attempt: number };
}

/** Why a device has not heard a result. */
export type Unheard = 'NO_ADDRESS' | 'ASSOCIATION_LOST' | 'ASSOCIATION_REJECTED' | 'REFUSED';

export interface ReportFailed {
  readonly type: 'ReportFailed';
  readonly data: {
    readonly attempt: number;
    readonly over: ReportedOver;
    readonly why: Unheard;
    /** DIMSE status in hexadecimal, where there was an answer. */
    readonly status?: string;
    readonly dueAt: string;
  };
}

/** The device could not be reached for so long: it has to ask again. */
export interface ReportGivenUp {
  readonly type: 'ReportGivenUp';
  readonly data: { readonly attempts: number };
}

export type CommitmentEvent =
  | CommitmentAsked
  | CommitmentAskedAgain
  | CommitmentDecided
  | ReportAttempted
  | CommitmentReported
  | ReportFailed
  | ReportGivenUp;
