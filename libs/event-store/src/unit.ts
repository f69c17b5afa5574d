import type { Context } from '@osteon/identity';
import type { Aggregate } from './aggregate.js';
import type { DomainEvent } from './domain-event.js';
import type { StateMessage } from './message.js';
import type { Transaction } from './transaction.js';

/** A stream's state and the number of its events; 0 where there is no stream yet. */
export interface Loaded<State> {
  readonly state: State;
  readonly version: number;
}

/** What a decision has led to. */
export interface Decided<State, E extends DomainEvent> extends Loaded<State> {
  /** Empty where there was nothing to do. */
  readonly events: readonly E[];
}

/** A pure business rule. Throws a Refusal, returns the facts, or none where nothing is to be done. */
export type Rule<State, E extends DomainEvent> = (state: State, context: Context) => readonly E[];

/** One transaction. All that is decided, projected and published in it is stored together, or not at all. */
export interface Unit {
  readonly tx: Transaction;
  readonly context: Context;
  /** The stream as this transaction sees it, its own decisions included. */
  load<State, E extends DomainEvent>(aggregate: Aggregate<State, E>, id: string): Promise<Loaded<State>>;
  /** Runs a rule on the stream's state; its facts reach the projections at once. Refuses STALE_VERSION where `ifVersion` is not the stream's. */
  decide<State, E extends DomainEvent>(
    aggregate: Aggregate<State, E>,
    id: string,
    rule: Rule<State, E>,
    ifVersion?: number,
  ): Promise<Decided<State, E>>;
  /** Says the latest state of something on a compacted topic. Throws where it does not fit its contract. */
  publish(message: StateMessage): void;
}
