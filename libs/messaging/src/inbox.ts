import type { Transaction } from '@osteon/event-store';

/** A message by its id, and the place in which its order counts. */
export interface Received {
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
}

const receiveOnce = `
  with first as (
    insert into inbox (message_id) values ($1) on conflict do nothing returning message_id
  ), behind as (
    update parked_keys set messages = messages + 1 where topic = $2 and key = $3 and exists (select from first) returning key
  )
  select exists (select from first) as first, exists (select from behind) as behind`;

/**
 * Writes the message's inbox row: `known` if it was there (two at once: Postgres makes the later transaction start again),
 * `behind` if its key is parked, so that it must be parked too.
 */
export const receive = async (tx: Transaction, { eventId, topic, key }: Received): Promise<'first' | 'known' | 'behind'> => {
  const [found] = await tx.query<{ first: boolean; behind: boolean }>(receiveOnce, [eventId, topic, key]);
  if (!found?.first) return 'known';
  return found.behind ? 'behind' : 'first';
};

/** Forgets messages heard before that time; returns how many. From then on only the aggregates know them. */
export const pruneInbox = async (tx: Transaction, olderThan: Date): Promise<number> =>
  (await tx.query('delete from inbox where heard_at < $1 returning message_id', [olderThan])).length;
