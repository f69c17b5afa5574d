import type { Readable } from 'node:stream';
import type { Keywords } from '../keywords/keywords.js';
import type { CommitmentResult, Reference } from './commitment.js';
import type { Ending } from './pdu-gate.js';
import type { Rejection } from './status.table.js';

/** Who wants an association: AE titles as stated, address as the socket says. The id is ours and in every later call. */
export interface AssociationRequest {
  readonly id: string;
  readonly callingAETitle: string;
  readonly calledAETitle: string;
  readonly address: string;
}

/** An open association; `peer` is what `associate` made of the one who asked. */
export interface OpenAssociation<Peer> extends AssociationRequest {
  readonly peer: Peer;
}

export type Admission<Peer> = { readonly accept: true; readonly peer: Peer } | { readonly reject: Rejection };

/** A C-STORE under way: `file` is the DICOM file, header and then the data set to the byte as it comes. */
export interface IncomingInstance<Peer> {
  readonly association: OpenAssociation<Peer>;
  readonly SOPClassUID: string;
  readonly SOPInstanceUID: string;
  readonly transferSyntaxUID: string;
  /** Fails when the association ends before the data set does; whoever stores it leaves nothing behind then. */
  readonly file: Readable;
}

export interface Query<Peer> {
  readonly association: OpenAssociation<Peer>;
  readonly identifier: Keywords;
  /** C-CANCEL was said, or the association is gone. */
  readonly cancelled: AbortSignal;
}

/** One match, FF01 where a key was given that nobody matched on; its text is encoded in its own Specific Character Set. */
export interface FindAnswer {
  readonly status: number;
  readonly identifier: Keywords;
}

/** A performed procedure step as its device says it begins (N-CREATE) or goes on and ends (N-SET). */
export interface StepMessage<Peer> {
  readonly association: OpenAssociation<Peer>;
  readonly SOPInstanceUID: string;
  readonly attributes: Keywords;
}

/** The answer to a normalized request; a failure can say more (Error ID, Error Comment). */
export interface Answered {
  readonly status: number;
  readonly errorID?: number;
  readonly errorComment?: string;
}

/** N-ACTION of Storage Commitment: the peer wants to know whether these objects are safe here. */
export interface CommitmentRequest<Peer> {
  readonly association: OpenAssociation<Peer>;
  readonly transactionUID: string;
  readonly references: readonly Reference[];
  /** Says the result on this association: the peer's status. Rejects with AssociationLost once it is over. */
  report(result: CommitmentResult): Promise<number>;
}

/** N-EVENT-REPORT of Storage Commitment: the result of what we asked before. */
export interface CommitmentMessage<Peer> {
  readonly association: OpenAssociation<Peer>;
  readonly result: CommitmentResult;
}

/**
 * What a service does with what a peer says. A service that is absent is not negotiated. A handler that rejects is answered
 * with a failure status and told to `failed`. Nothing is answered before its promise resolves.
 */
export interface AssociationHandlers<Peer> {
  associate(request: AssociationRequest): Admission<Peer> | Promise<Admission<Peer>>;
  /** C-ECHO; success where absent. */
  echo?(association: OpenAssociation<Peer>): Promise<number>;
  /** C-FIND on the Modality Worklist. */
  find?(query: Query<Peer>): AsyncIterable<FindAnswer>;
  /** C-STORE of any storage class. Success only when the file is durable. */
  store?(instance: IncomingInstance<Peer>): Promise<number>;
  /** N-CREATE of a Modality Performed Procedure Step. */
  createStep?(step: StepMessage<Peer>): Promise<Answered>;
  /** N-SET of a Modality Performed Procedure Step. */
  setStep?(step: StepMessage<Peer>): Promise<Answered>;
  /** N-ACTION of Storage Commitment; the result is reported later. */
  commit?(asked: CommitmentRequest<Peer>): Promise<Answered>;
  /** N-EVENT-REPORT of Storage Commitment; the peer may take the role of its SCP. */
  committed?(heard: CommitmentMessage<Peer>): Promise<Answered>;
  /** Once for each admitted association, when its connection is gone. */
  closed?(association: OpenAssociation<Peer>, ending: Ending): void;
  /** A handler threw: for the log of the service. */
  failed?(error: unknown, association: AssociationRequest): void;
}
