import type { ObjectRef, modalityGateway, Scan, Scanner } from '@osteon/contracts';
import type { Match } from '../match-study/match-study.js';

export type CompleteBy = modalityGateway.ScanReceivedV1['completeBy'];

/** One object as it was stored, with what its header says of its place; values of the header stay in the store. */
export interface FiledInstance extends modalityGateway.StoredInstance {
  readonly transferSyntaxUID: string;
  readonly protocolName?: string;
  /** Another content came under the same SOP Instance UID: kept, neither forwarded nor committed. */
  readonly conflicting?: true;
}

/** Objects came under the wrong worklist entry: kept, committed where they are asked for, and counted for nothing. */
export interface InstancesHidden {
  readonly type: 'InstancesHidden';
  readonly data: { readonly sopInstanceUIDs: readonly string[] };
}

/** The first objects of a study are here. */
export interface AcquisitionBegun {
  readonly type: 'AcquisitionBegun';
  readonly data: {
    readonly acquisitionId: string;
    readonly facilityId: string;
    readonly studyInstanceUID: string;
    readonly deviceId: string;
    readonly match: Match;
  };
}

/** Objects of one closed association. */
export interface InstancesFiled {
  readonly type: 'InstancesFiled';
  readonly data: { readonly associationId: string; readonly instances: readonly FiledInstance[] };
}

/** A later look (a new order, a patient's update, a person) found another answer. */
export interface StudyMatchedAgain {
  readonly type: 'StudyMatchedAgain';
  readonly data: { readonly match: Match };
}

export interface AcquisitionCompleted {
  readonly type: 'AcquisitionCompleted';
  readonly data: { readonly completeBy: CompleteBy };
}

/** The numbers were looked for in everything that is here. */
export interface MeasurementsRead {
  readonly type: 'MeasurementsRead';
  readonly data: {
    readonly scanner: Scanner;
    readonly performedOn?: string;
    readonly scans: readonly Scan[];
    readonly problems: modalityGateway.ScanReceivedV1['problems'];
    readonly readerOutput: ObjectRef;
    /** How many objects were read. */
    readonly instances: number;
  };
}

/** Sending begins; without an outcome after a restart it is uncertain, and the same objects go again. */
export interface ForwardingAttempted {
  readonly type: 'ForwardingAttempted';
  readonly data: { readonly archiveId: string; readonly attempt: number; readonly sopInstanceUIDs: readonly string[] };
}

export interface ForwardOutcome {
  readonly sopInstanceUID: string;
  readonly outcome: 'delivered' | 'refused' | 'uncertain' | 'unsent';
  /** DIMSE status in hexadecimal, where there was an answer. */
  readonly status?: string;
}

export interface InstancesForwarded {
  readonly type: 'InstancesForwarded';
  readonly data: { readonly archiveId: string; readonly attempt: number; readonly outcomes: readonly ForwardOutcome[] };
}

/** Objects name another person or number than their exam: from now on copies under this identity go out, the objects stay as they are. */
export interface IdentityCorrected {
  readonly type: 'IdentityCorrected';
  readonly data: {
    /** JSON `ExamIdentity` in the object store. */
    readonly identity: ObjectRef;
    /** ISO 8601 in UTC; the copies carry it. */
    readonly correctedAt: string;
  };
}

/** Everything that may go to this archive was answered with success. */
export interface StudyArchived {
  readonly type: 'StudyArchived';
  readonly data: { readonly archiveId: string; readonly instances: number };
}

export type AcquisitionEvent =
  | AcquisitionBegun
  | InstancesFiled
  | InstancesHidden
  | StudyMatchedAgain
  | AcquisitionCompleted
  | MeasurementsRead
  | ForwardingAttempted
  | InstancesForwarded
  | IdentityCorrected
  | StudyArchived;
