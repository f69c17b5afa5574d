import { append } from './append.js';
import type { OutboxRow } from './outbox.js';
import type { Told } from './shadow.js';
import type { StoreParts } from './store-parts.js';
import type { Transaction } from './transaction.js';
import { reading, said, streamsUpTo, type Standing } from './what-facts-say.js';

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

const saidBy = async (tx: Transaction, facts: readonly Standing[], parts: StoreParts): Promise<OutboxRow[]> => {
  const compacted = new Set(parts.states?.map(({ topic }) => topic));
  const wanted = new Set(facts.map(({ position }) => position));
  const read = reading(parts.aggregates);
  const messages = (await streamsUpTo(tx, facts)).flatMap((row) => {
    const again = said(parts.service, read(row));
    return wanted.has(row.position) ? again : [];
  });
  return messages.filter(({ topic }) => !compacted.has(topic));
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
      const facts = await tx.query<Standing>(chosen, [after, ...limits]);
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
