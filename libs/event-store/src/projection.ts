import type { Aggregate } from './aggregate.js';
import type { DomainEvent, EventOf, Recorded } from './domain-event.js';
import type { Transaction } from './transaction.js';

/** What a read model does with the facts of one aggregate. Never refuses, knows no clock and makes no ids. */
export type ProjectionHandlers<E extends DomainEvent> = {
  readonly [T in E['type']]?: (tx: Transaction, fact: Recorded<EventOf<E, T>>) => Promise<unknown>;
};

/**
 * A read model written in the append transaction; can be dropped and rebuilt from the service's own events.
 * A claim has the same shape: its unique index makes the handler run again on fresh state.
 */
export interface Projection {
  readonly name: string;
  readonly aggregate: string;
  /** Tables that belong to it alone: emptied before a rebuild. */
  readonly tables: readonly string[];
  readonly project: (tx: Transaction, fact: Recorded) => Promise<void>;
}

/** Binds handlers, typed by the aggregate's events, to the tables they own. */
export const projection = <State, E extends DomainEvent>(
  aggregate: Aggregate<State, E>,
  name: string,
  tables: readonly string[],
  handlers: ProjectionHandlers<E>,
): Projection => ({
  name,
  aggregate: aggregate.name,
  tables,
  project: async (tx, fact) => {
    const handle = handlers[fact.event.type as E['type']];
    await handle?.(tx, fact as Recorded<EventOf<E, E['type']>>);
  },
});

/** A unique row written with the fact (identifier, accession number, Study Instance UID). */
export const claim = projection;
