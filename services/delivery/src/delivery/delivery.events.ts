import type { ObjectRef, reporting } from '@osteon/contracts';
import type { Destination } from './destination.js';

/** A signed revision is to reach one destination. */
export interface DeliveryPlanned {
  readonly type: 'DeliveryPlanned';
  readonly data: {
    readonly destination: Destination;
    readonly report: reporting.ReportSignedV1;
    /** ISO 8601; orders the deliveries of a destination, and grows with the revisions of a report. */
    readonly plannedAt: string;
  };
}

/** Recorded before the first byte leaves. Identity and message are the same at every attempt. */
export interface AttemptBegun {
  readonly type: 'AttemptBegun';
  readonly data: {
    /** Counts from 1. */
    readonly attempt: number;
    /** MSH-10 of the message, or SOP Instance UID of the object. */
    readonly identity: string;
    /** The bytes as they go out, in delivery's store. */
    readonly message: ObjectRef;
  };
}

/** The peer keeps the report: `AA`, or a DIMSE status of success. */
export interface DeliveryAcknowledged {
  readonly type: 'DeliveryAcknowledged';
  readonly data: { readonly attempt: number; readonly answer: string };
}

/** The peer will not take it as it is. */
export interface DeliveryRefused {
  readonly type: 'DeliveryRefused';
  readonly data: { readonly attempt: number; readonly answer: string };
}

/** It may have arrived, nobody knows. */
export interface AttemptUnanswered {
  readonly type: 'AttemptUnanswered';
  readonly data: { readonly attempt: number; readonly why: string; readonly dueAt: string };
}

/** It has certainly not arrived, or the peer wants it later. */
export interface AttemptFailed {
  readonly type: 'AttemptFailed';
  readonly data: { readonly attempt: number; readonly why: string; readonly dueAt: string };
}

/** A person has to decide; until then the patient's later reports to this destination wait. */
export interface DeliveryParked {
  readonly type: 'DeliveryParked';
  readonly data: { readonly why: ParkReason; readonly detail?: string };
}

/** A person wants it sent as it is, under the same identity. */
export interface ResendAsked {
  readonly type: 'ResendAsked';
  readonly data: { readonly dueAt: string };
}

export type ParkReason = 'DESTINATION_UNKNOWN' | 'MESSAGE_NOT_BUILT' | 'UNANSWERED_TOO_OFTEN';

export type DeliveryEvent =
  | DeliveryPlanned
  | AttemptBegun
  | DeliveryAcknowledged
  | DeliveryRefused
  | AttemptUnanswered
  | AttemptFailed
  | DeliveryParked
  | ResendAsked;
