import { messagesOf } from './aggregate.js';
import { append } from './append.js';
import type { Recorded } from './domain-event.js';
import { rowsOfFact, type OutboxRow } from './outbox.js';
import type { Told } from './shadow.js';
import type { StoreParts } from './store-parts.js';
import { asRecorded, storedColumns, type StoredRow } from './stored-event.js';
import { step } from './stream.js';
import type { Transaction } from './transaction.js';

/** Which facts are told again; what is absent sets no limit. */
export interface Again {
  /** Positions in the store, both included. */
  readonly fromPosition?: number;
  readonly toPosition?: number;
  /** ISO 8601 in UTC, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Of stored events. */
  readonly types?: readonly string[];
}

/** Facts that were chosen, and the messages that they have said. */
export interface ToldAgain {
  readonly facts: number;
  readonly messages: number;
}

const window = 500;

const chosen = `
  select position, stream_id from events
   where position > $1 and position >= coalesce($2, 0) and ($3::bigint is null or position <= $3)
     and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at <= $5)
     and ($6::text[] is null or type = any($6))
   order by position limit ${window}`;

const whole = `select ${storedColumns} from events where stream_id = any($1) and position <= $2 order by position`;

/** What a stream's facts say, one after the other, each in the state that it has made. */
const telling = ({ service, aggregates, states: sources }: StoreParts) => {
  const compacted = new Set(sources?.map(({ topic }) => topic));
  const states = new Map<string, unknown>();
  return (row: StoredRow): OutboxRow[] => {
    const aggregate = aggregates.find(({ name }) => name === row.aggregate);
    if (!aggregate) throw new Error(`no aggregate ${row.aggregate} in this store`);
    const fact: Recorded = asRecorded(aggregate, row);
    const state = step(aggregate, states.has(row.stream_id) ? states.get(row.stream_id) : aggregate.initial, fact.event);
    states.set(row.stream_id, state);
    const said = rowsOfFact(service, fact, { messages: messagesOf(aggregate, fact, state), key: row.key });
    return said.filter(({ topic }) => !compacted.has(topic));
  };
};

type Chosen = Pick<StoredRow, 'position' | 'stream_id'>;

const saidBy = async (tx: Transaction, facts: readonly Chosen[], parts: StoreParts): Promise<OutboxRow[]> => {
  const wanted = new Set(facts.map(({ position }) => position));
  const rows = await tx.query<StoredRow>(whole, [[...new Set(facts.map((fact) => fact.stream_id))], facts.at(-1)?.position]);
  const tell = telling(parts);
  return rows.flatMap((row) => {
    const said = tell(row);
    return wanted.has(row.position) ? said : [];
  });
};

const limitsOf = ({ fromPosition, toPosition, from, to, types }: Again): unknown[] => [fromPosition, toPosition, from, to, types].map((limit) => limit ?? null);

/**
 * Puts what stored facts have said into the outbox once more: the same ids, headers and contents, in the order of the store. Who has
 * heard them drops them; who has lost them takes them. Compacted topics are left out: an old state must not become the last one under
 * its key; sayStates says the latest.
 */
export const tellAgain = async (parts: StoreParts, again: Again, { dryRun, told: tell }: { readonly dryRun: boolean; readonly told?: Told }): Promise<ToldAgain> => {
  const limits = limitsOf(again);
  const told = { facts: 0, messages: 0 };
  for (let after = '0'; ; ) {
    const { facts, messages } = await parts.transactions.run(async (tx) => {
      const facts = await tx.query<Chosen>(chosen, [after, ...limits]);
      const messages = await saidBy(tx, facts, parts);
      if (!dryRun) await append(tx, { facts: [], messages, now: parts.clock.now() });
      return { facts, messages: messages.length };
    });
    if (!dryRun) parts.committed?.([]);
    told.facts += facts.length;
    told.messages += messages;
    tell?.(told.facts);
    if (facts.length < window) return told;
    after = facts.at(-1)?.position ?? after;
  }
};
