import { messagesOf, type AnyAggregate } from './aggregate.js';
import type { Recorded } from './domain-event.js';
import { rowsOfFact, type OutboxRow } from './outbox.js';
import { asRecorded, storedColumns, type StoredRow } from './stored-event.js';
import { step } from './stream.js';
import type { Transaction } from './transaction.js';

/** Where a fact stands. */
export type Standing = Pick<StoredRow, 'position' | 'stream_id'>;

const whole = `select ${storedColumns} from events where stream_id = any($1) and position <= $2 order by position`;

/** The streams of some facts from their beginning up to the last of those facts: what a fact says depends on the state before it. */
export const streamsUpTo = (tx: Transaction, facts: readonly Standing[]): Promise<StoredRow[]> =>
  tx.query<StoredRow>(whole, [[...new Set(facts.map(({ stream_id }) => stream_id))], facts.at(-1)?.position ?? 0]);

/** A fact as this release reads it, in the state that it has made. */
export interface ReadFact {
  readonly aggregate: AnyAggregate;
  readonly fact: Recorded;
  readonly state: unknown;
  readonly key: string;
}

/** Reads stored facts one after the other, in the order of the store. Throws where this release cannot read one. */
export const reading = (aggregates: readonly AnyAggregate[]): ((row: StoredRow) => ReadFact) => {
  const states = new Map<string, unknown>();
  return (row) => {
    const aggregate = aggregates.find(({ name }) => name === row.aggregate);
    if (!aggregate) throw new Error(`no aggregate ${row.aggregate} in this store`);
    const fact = asRecorded(aggregate, row);
    const state = step(aggregate, states.has(row.stream_id) ? states.get(row.stream_id) : aggregate.initial, fact.event);
    states.set(row.stream_id, state);
    return { aggregate, fact, state, key: row.key };
  };
};

/** What a fact says to other services. Throws where a message does not fit its contract. */
export const said = (service: string, { aggregate, fact, state, key }: ReadFact): OutboxRow[] =>
  rowsOfFact(service, fact, { messages: messagesOf(aggregate, fact, state), key });
