import type { Aggregate, StreamKind } from './aggregate.js';
import type { DomainEvent } from './domain-event.js';
import { asEvent, storedColumns, streamIdOf, type StoredRow } from './stored-event.js';
import type { Transaction } from './transaction.js';
import { UnknownStoredEvent } from './upcast.js';

/** One stream as one transaction sees it: what is stored, then what the transaction has decided. */
export interface Stream {
  readonly streamId: string;
  readonly id: string;
  events: DomainEvent[];
  /** Number of events, 0 where there is no stream yet. */
  version: number;
  /** The id under which it publishes; absent until its first event. */
  key?: string;
}

/** Reads a stream in the transaction's snapshot. Throws UnknownStoredEvent. */
export const readStream = async (tx: Transaction, kind: StreamKind, id: string): Promise<Stream> => {
  const streamId = streamIdOf(kind, id);
  const rows = await tx.query<StoredRow>(
    `select ${storedColumns} from events where stream_id = $1 order by stream_version`,
    [streamId],
  );
  const events = rows.map((row) => asEvent(kind, row));
  const key = rows[0]?.key;
  return { streamId, id, events, version: rows.length, ...(key === undefined ? {} : { key }) };
};

/** One step of the fold. An event that evolve does not know is a broken world, not something to skip. */
export const step = <State, E extends DomainEvent>(aggregate: Pick<Aggregate<State, E>, 'name' | 'versions' | 'evolve'>, state: State, event: DomainEvent): State => {
  const next: State | undefined = aggregate.evolve(state, event as E);
  if (next === undefined) throw new UnknownStoredEvent(aggregate.name, event.type, aggregate.versions?.[event.type] ?? 1);
  return next;
};

/** The state that follows from events. */
export const fold = <State, E extends DomainEvent>(aggregate: Aggregate<State, E>, events: readonly DomainEvent[]): State =>
  events.reduce((state, event) => step(aggregate, state, event), aggregate.initial);
