import type { DomainEvent, EventOf, Recorded } from './domain-event.js';
import type { Message } from './message.js';

/** What a stored fact of one stream says to the other services; nothing where it is private. */
export type Publisher<State, E extends DomainEvent> = {
  readonly [T in E['type']]?: (fact: Recorded<EventOf<E, T>>, state: State) => Message | readonly Message[] | undefined;
};

/** What must be known of one kind of stream to read what was stored of it. */
export interface StreamKind {
  /** Prefix of the stream id, kebab-case. */
  readonly name: string;
  /** Version in which an event type is written, where it is not 1. */
  readonly versions?: Readonly<Record<string, number>>;
  /** From a stored version to the next one, by `Type.v1`. A release can read one version more than it writes. */
  readonly upcasters?: Readonly<Record<string, (data: unknown) => unknown>>;
}

/** One kind of stream: how its state follows from its events, and what it tells the outside. */
export interface Aggregate<State, E extends DomainEvent> extends StreamKind {
  readonly initial: State;
  readonly evolve: (state: State, event: E) => State;
  /** The facility that the stream belongs to, asked after each event. */
  readonly facilityOf: (state: State) => string;
  /**
   * The id under which the stream publishes (exam, else acquisition, else patient): Kafka key and shard.
   * Asked once, after the first event, and kept for good. Absent: the stream's own id.
   */
  readonly keyOf?: (state: State) => string | undefined;
  readonly published?: Publisher<State, E>;
}

/** A function whose parameters nobody checks: a method's are compared both ways. */
interface Unchecked {
  evolve(state: unknown, event: unknown): unknown;
  tell(fact: Recorded, state: unknown): Message | readonly Message[] | undefined;
}

/** Any aggregate, by those who hand it nothing but its own events and state. */
export interface AnyAggregate extends StreamKind {
  readonly initial: unknown;
  readonly evolve: Unchecked['evolve'];
  readonly published?: { readonly [type: string]: Unchecked['tell'] | undefined };
}

/** What a stored fact says to the other services, in the state that it made. */
export const messagesOf = ({ published }: AnyAggregate, fact: Recorded, state: unknown): readonly Message[] => {
  const said = published?.[fact.event.type]?.(fact, state) ?? [];
  return 'contract' in said ? [said] : said;
};
