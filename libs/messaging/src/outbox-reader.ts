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
    from relay_cursors cursor
   cross join lateral (
         select * from outbox
          where outbox.shard = cursor.shard and outbox.position > cursor.position
          order by outbox.position
          limit $1) due
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
  ), moved as (
    update relay_cursors cursor set position = sent.position
      from unnest($4::smallint[], $5::bigint[]) sent (shard, position), ours
     where cursor.shard = sent.shard and cursor.position < sent.position
    returning cursor.shard, cursor.position
  ), marked as (
    update outbox set published_at = clock_timestamp()
      from moved
     where outbox.shard = moved.shard and outbox.position <= moved.position and outbox.published_at is null
  )
  select count(*)::int as moved from moved`;

/** Moves the cursors behind what the broker has taken, if the lease is still ours (which is asked in the same statement). */
export const moveCursors = async (tx: Transaction, lease: Lease, upTo: Due['upTo']): Promise<boolean> => {
  const [answer] = await tx.query<{ moved: number }>(move, [lease.name, lease.holder, lease.forMs, [...upTo.keys()], [...upTo.values()]]);
  return (answer?.moved ?? 0) > 0;
};
