import type { ObjectRef, OrderNumbers, scheduling } from '@osteon/contracts';

/** One order that the exam answers. `key` names it among all orders: ORC-3 with its namespace where the sender fills orders, else ORC-2. */
export interface ExamOrder extends OrderNumbers {
  readonly key?: string;
  /** MSH-7 of the newest word about this order, ISO 8601 in UTC; an older one changes nothing. */
  readonly saidAt?: string;
  /** What the sender calls step and procedure where it does not fit the worklist (SH, 16 characters). */
  readonly theirs?: { readonly requestedProcedureId?: string; readonly scheduledProcedureStepId?: string };
}

/** When, where and what: the part of an exam that a later word of the sender replaces. */
export interface Schedule {
  readonly requestedProcedureId: string;
  readonly scheduledProcedureStepId: string;
  /** ISO 8601 in UTC. */
  readonly scheduledAt: string;
  /** IANA zone of the facility or its sender. */
  readonly zone: string;
  /** Absent: all DXA devices of the facility. */
  readonly stationAETitle?: string;
  readonly modality: string;
  readonly procedure: scheduling.ExamScheduledV1['procedure'];
  readonly priority: scheduling.ExamScheduledV1['priority'];
  readonly heightM?: number;
  readonly weightKg?: number;
  /** JSON of indication and referrer: free text and names stay out of events. */
  readonly details: ObjectRef;
}

/** What an event of an exam rests on: the site document that was read, and what was left out of the order and why (codes). */
export interface Grounds {
  readonly siteVersion: number;
  readonly flags: readonly string[];
}

/** A patient is to be scanned: the exam has its numbers, its time and its first order. */
export interface ExamScheduled {
  readonly type: 'ExamScheduled';
  readonly data: Grounds & {
    readonly facilityId: string;
    readonly patientId: string;
    readonly patientVersion: number;
    readonly schedule: Schedule;
    readonly order: ExamOrder;
    /** SHA-256 of the request, where a person entered it: the same again is recognised by it. */
    readonly enteredAs?: string;
  };
}

/** The sender says something else about an order it has sent before. */
export interface ExamRescheduled {
  readonly type: 'ExamRescheduled';
  readonly data: Grounds & { readonly schedule: Schedule; readonly order: ExamOrder };
}

/** One more order is answered by the same exam. */
export interface OrderAdded {
  readonly type: 'OrderAdded';
  readonly data: Grounds & { readonly order: ExamOrder };
}

/** The word by which an order is cancelled: which order, and MSH-7 in UTC. */
export interface Cancel {
  readonly key: string;
  readonly saidAt?: string;
}

/** One of several orders is not to be answered any more; the exam takes place for the others. */
export interface OrderCancelled {
  readonly type: 'OrderCancelled';
  readonly data: Cancel;
}

/** Its last order was cancelled before the scan: the exam does not take place, unless an order asks for it again. */
export interface ExamCancelled {
  readonly type: 'ExamCancelled';
  readonly data: Cancel;
}

/** An order was cancelled after the scan began: nothing follows by itself, a person decides. */
export interface CancelAskedAfterScan {
  readonly type: 'CancelAskedAfterScan';
  readonly data: Cancel;
}

/** The patient is here for the exam. */
export interface PatientArrived {
  readonly type: 'PatientArrived';
  readonly data: {
    /** ISO 8601 in UTC. */
    readonly arrivedAt: string;
  };
}

/** The patient is not here after all: who said so has cancelled the arrival. */
export interface ArrivalTakenBack {
  readonly type: 'ArrivalTakenBack';
  readonly data: {
    /** ISO 8601 in UTC; an arrival from before it is history. */
    readonly takenBackAt: string;
  };
}

/** Reason of a discontinued step (CID 9300): as if it had never begun. */
export const INCORRECT_WORKLIST_ENTRY = '110514';

/** What has happened to an exam since, in the words that its line shows. */
export const examSteps = [
  'scan-started',
  'scan-discontinued',
  'scan-unmatched',
  'scan-received',
  'scan-extended',
  'images-archived',
  'reading-started',
  'reviewed',
  'drafted',
  'signed',
  'delivered',
  'delivery-refused',
  'delivery-uncertain',
] as const;

export type ExamStep = (typeof examSteps)[number];

/** Another service has taken the exam one step further. */
export interface ExamProgressed {
  readonly type: 'ExamProgressed';
  readonly data: {
    readonly step: ExamStep;
    /** ISO 8601 in UTC: when it happened there. */
    readonly at: string;
    /** User id, or the service that did it. */
    readonly by: string;
    /** A code: device, reason, rule of completeness, archive or destination. */
    readonly detail?: string;
    readonly delivery?: { readonly destination: string; readonly kind: 'emr' | 'pacs'; readonly revision: number; readonly answer?: string };
    /** The stream that said it: nothing that is not above this version is heard again. */
    readonly source: Source;
  };
}

/** A stream of another service and the version heard of it. */
export interface Source {
  readonly subject: string;
  readonly streamVersion: number;
}

export type ExamEvent =
  | ExamScheduled
  | ExamRescheduled
  | OrderAdded
  | OrderCancelled
  | ExamCancelled
  | CancelAskedAfterScan
  | PatientArrived
  | ArrivalTakenBack
  | ExamProgressed;
