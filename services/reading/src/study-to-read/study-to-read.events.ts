import type { ObjectRef, scheduling, modalityGateway } from '@osteon/contracts';
import type { Source } from './source.js';

/** An order stands for this exam. Comes again when its scheduling changed. */
export interface ExamExpected {
  readonly type: 'ExamExpected';
  readonly data: Omit<scheduling.ExamScheduledV1, 'requestedProcedureId' | 'scheduledProcedureStepId' | 'orders'> & { readonly source: Source };
}

/** The exam is not to take place, as long as its order does not say otherwise again. */
export interface ExamCancelled {
  readonly type: 'ExamCancelled';
  readonly data: { readonly source: Source };
}

/** A complete study with its numbers is here. */
export interface ScanArrived {
  readonly type: 'ScanArrived';
  readonly data: modalityGateway.ScanReceivedV1 & { readonly source: Source };
}

/** What the scan was judged to mean before a person looked; lists show this fact, never a recomputation. */
export interface AssessmentMade {
  readonly type: 'AssessmentMade';
  readonly data: {
    readonly acquisitionId: string;
    /** The input as it was judged, in reading's store; its key carries its SHA-256. */
    readonly input: ObjectRef;
    /** The assessment, whole. */
    readonly assessment: ObjectRef;
    readonly category: string;
    /** Name and version, `default@1`; in events from before there were policies `default`. */
    readonly policy: string;
    /** The site's own policy, whole, in reading's store: with it and the input the same assessment is made again. */
    readonly policyDocument?: ObjectRef;
    readonly libraryVersion: string;
  };
}

/** The scan could not be judged, for a reason that a person can mend. */
export interface AssessmentWithheld {
  readonly type: 'AssessmentWithheld';
  readonly data: { readonly acquisitionId: string; readonly why: 'BIRTH_DATE_MISSING' | 'PATIENT_ERASED' | 'POLICY_NOT_USABLE' };
}

export interface StudyClaimed {
  readonly type: 'StudyClaimed';
  readonly data: { readonly readerId: string };
}

export interface StudyReviewed {
  readonly type: 'StudyReviewed';
  readonly data: {
    readonly reviewVersion: number;
    readonly acquisitionId: string;
    readonly content: ObjectRef;
    /** Of the final judgement, with quality and exclusions as stated. */
    readonly category: string;
  };
}

export interface StudySigned {
  readonly type: 'StudySigned';
  readonly data: { readonly reportId: string; readonly revision: number; readonly signedBy: string; readonly signedAt: string; readonly source: Source };
}

export type StudyToReadEvent = ExamExpected | ExamCancelled | ScanArrived | AssessmentMade | AssessmentWithheld | StudyClaimed | StudyReviewed | StudySigned;
