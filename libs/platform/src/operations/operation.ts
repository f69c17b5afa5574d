import { refusals, refuse, type Aggregate } from '@osteon/event-store';

/** What a person of operations can have done that changes something. */
export const operationKinds = ['rebuild', 'replay', 'replay-states', 'refeed', 'release', 'skip', 'resend'] as const;
export type OperationKind = (typeof operationKinds)[number];

/** Names, ids and limits: to what it was done. Never what a person is called or writes. */
export type Target = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What was done, in numbers. */
export type Counts = Readonly<Record<string, number>>;

/** Recorded before anything is done. */
export interface OperationBegun {
  readonly type: 'OperationBegun';
  readonly data: {
    readonly what: OperationKind;
    readonly target: Target;
    /** `*`: the whole network. */
    readonly facilityId: string;
    /** Whether a reason was given; its words lie in erasable state. */
    readonly reasoned: boolean;
  };
}

export interface OperationEnded {
  readonly type: 'OperationEnded';
  readonly data: { readonly counts: Counts };
}

export interface OperationFailed {
  readonly type: 'OperationFailed';
  /** A code of a refusal or of the world, never the error's own words. */
  readonly data: { readonly why: string };
}

export type OperationEvent = OperationBegun | OperationEnded | OperationFailed;

export type Operation = { readonly status: 'none' } | { readonly status: 'begun' | 'ended' | 'failed'; readonly facilityId: string };

export const operationRefusals = refusals({
  OPERATION_KNOWN: { kind: 'conflict', sentence: 'An operation with this id has been begun before: see what came of it.' },
});

const evolve = (operation: Operation, event: OperationEvent): Operation => {
  if (event.type === 'OperationBegun') return { status: 'begun', facilityId: event.data.facilityId };
  if (operation.status === 'none') return operation;
  return { ...operation, status: event.type === 'OperationEnded' ? 'ended' : 'failed' };
};

/** One operation, from its order to its outcome. One without an outcome was cut off. */
export const operations: Aggregate<Operation, OperationEvent> = {
  name: 'operation',
  initial: { status: 'none' },
  evolve,
  facilityOf: (operation) => (operation.status === 'none' ? '*' : operation.facilityId),
};

/** Each id is begun once, so that an order that comes twice is carried out once. */
export const beginOperation = (operation: Operation, begun: OperationBegun['data']): OperationBegun[] => {
  if (operation.status !== 'none') refuse(operationRefusals.OPERATION_KNOWN, { status: operation.status });
  return [{ type: 'OperationBegun', data: begun }];
};

/** It came to its end. */
export const endOperation = (operation: Operation, counts: Counts): OperationEnded[] =>
  operation.status === 'begun' ? [{ type: 'OperationEnded', data: { counts } }] : [];

/** It was broken off, for a reason that has a code. */
export const failOperation = (operation: Operation, why: string): OperationFailed[] =>
  operation.status === 'begun' ? [{ type: 'OperationFailed', data: { why } }] : [];
