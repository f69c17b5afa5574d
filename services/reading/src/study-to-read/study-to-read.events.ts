import type { ObjectRef, Scan, scheduling, modalityGateway, reading, ValueField } from '@osteon/contracts';
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

/** A person typed one value by hand, or took one away. What the device sent stays as it came. */
export interface ValueTyped {
  readonly type: 'ValueTyped';
  readonly data: {
    readonly patientId: string;
    /** The measurement that was looked at. */
    readonly acquisitionId: string;
    readonly site: Scan['site'];
    readonly side?: 'left' | 'right';
    readonly region: string;
    /** Of a T-score, where its row names a reference population: of which sex. */
    readonly against?: 'female' | 'male';
    readonly field: ValueField;
    /** The old value: what counted until now; absent where none did. */
    readonly before?: number;
    /** What the device says; absent where it says nothing. */
    readonly deviceSaid?: number;
    /** The new value; absent where it was taken away. */
    readonly value?: number;
    /** Why, in the person's own words: JSON `{ "words": ... }` in reading's store. */
    readonly reason: ObjectRef;
    readonly typedBy: string;
    readonly typedAt: string;
  };
}

/** The numbers are no longer those that were reviewed. */
export interface ReviewLapsed {
  readonly type: 'ReviewLapsed';
  readonly data: Pick<reading.ReviewLapsedV1, 'reviewVersion' | 'because'>;
}

export interface StudySigned {
  readonly type: 'StudySigned';
  readonly data: {
    readonly reportId: string;
    readonly revision: number;
    readonly signedBy: string;
    readonly signedAt: string;
    /** The review that was signed had lapsed: signature and change crossed on their ways. */
    readonly lapsed?: true;
    readonly source: Source;
  };
}

export type StudyToReadEvent =
  | ExamExpected
  | ExamCancelled
  | ScanArrived
  | AssessmentMade
  | AssessmentWithheld
  | StudyClaimed
  | ValueTyped
  | StudyReviewed
  | ReviewLapsed
  | StudySigned;
