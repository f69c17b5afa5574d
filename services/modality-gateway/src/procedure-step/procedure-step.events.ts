import type { Reference } from '@osteon/dicom';
import type { Match } from '../match-study/match-study.js';

/** A device has begun to perform (N-CREATE). Values of the patient stay out of it. */
export interface StepBegun {
  readonly type: 'StepBegun';
  readonly data: {
    readonly stepId: string;
    readonly facilityId: string;
    readonly deviceId: string;
    readonly sopInstanceUID: string;
    /** One for each scheduled step that it performs; a group has several. */
    readonly studyInstanceUIDs: readonly string[];
    readonly match: Match;
    /** Attributes of type 1 that were not there: accepted all the same. */
    readonly lacks: readonly string[];
  };
}

/** A word of the device before the end (N-SET, IN PROGRESS). */
export interface StepContinued {
  readonly type: 'StepContinued';
  readonly data: { readonly references: readonly Reference[] };
}

/** The device has finished, and says which objects it has made. */
export interface StepCompleted {
  readonly type: 'StepCompleted';
  readonly data: { readonly references: readonly Reference[]; readonly lacks: readonly string[] };
}

/** The device has broken off. */
export interface StepDiscontinued {
  readonly type: 'StepDiscontinued';
  readonly data: {
    readonly references: readonly Reference[];
    readonly lacks: readonly string[];
    /** Code of the reason (CID 9300). */
    readonly reason?: string;
    /** 110514: it never happened. */
    readonly wrongEntry: boolean;
  };
}

export type ProcedureStepEvent = StepBegun | StepContinued | StepCompleted | StepDiscontinued;
