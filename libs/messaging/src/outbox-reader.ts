import type { Transaction } from '@osteon/event-store';
import type { KafkaRecord } from './kafka-port.js';
import type { Lease } from './lease.js';

/** A row of the outbox that is due. */
interface DueRow {
  readonly shard: number;
  readonly position: string;
  readonly topic: string;
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly payload: string | null;
}

/** What is due in all shards, and how far each shard comes by it. */
export interface Due {
  readonly records: readonly KafkaRecord[];
  readonly upTo: ReadonlyMap<number, string>;
}

const due = `
  select due.shard, due.position, due.topic, due.key, due.headers, due.payload::text as payload
    from outbox due
    join relay_cursors cursor on cursor.shard = due.shard and cursor.position < due.position
   where due.published_at is null
   order by due.position
   limit $1`;

/** At most `limit` rows past the cursors, within a shard in the order of positions and without a gap. */
export const readDue = async (tx: Transaction, limit: number): Promise<Due> => {
  const rows = await tx.query<DueRow>(due, [limit]);
  return {
    records: rows.map(({ topic, key, headers, payload }) => ({ topic, key, headers, value: payload })),
    upTo: new Map(rows.map(({ shard, position }) => [shard, position])),
  };
};

const move = `
  with ours as (
    update leases set expires_at = clock_timestamp() + $3 * interval '1 millisecond'
     where name = $1 and holder = $2 and expires_at > clock_timestamp()
    returning name
  ), sent as (
    select cursor.shard, cursor.position as after, sent.position as up_to
      from unnest($4::smallint[], $5::bigint[]) sent (shard, position)
      join relay_cursors cursor on cursor.shard = sent.shard and cursor.position < sent.position
  ), moved as (
    update relay_cursors cursor set position = sent.up_to
      from sent, ours
     where cursor.shard = sent.shard
    returning sent.shard, sent.after, sent.up_to
  ), marked as (
    update outbox set published_at = clock_timestamp()
      from moved
     where outbox.shard = moved.shard and outbox.position > moved.after and outbox.position <= moved.up_to
  )
  select count(*)::int as moved from moved`;

/** Moves the cursors behind what the broker has taken, if the lease is still ours (which is asked in the same statement). */
export const moveCursors = async (tx: Transaction, lease: Lease, upTo: Due['upTo']): Promise<boolean> => {
  const [answer] = await tx.query<{ moved: number }>(move, [
    lease.name,
    lease.holder,
    lease.forMs,
    [...upTo.keys()],
    [...upTo.values()],
  ]);
  return (answer?.moved ?? 0) > 0;
};

/** Forgets messages that were published before that time (they can name people); returns how many. The store can say them again. */
export const pruneOutbox = async (tx: Transaction, olderThan: Date): Promise<number> =>
  (await tx.query('delete from outbox where published_at < $1 returning position', [olderThan])).length;
