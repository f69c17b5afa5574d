import type { Recorded } from './domain-event.js';
import { shardCount } from './shard.js';
import { asStored, storedColumns, type StoredRow } from './stored-event.js';
import type { Transaction } from './transaction.js';

/** How far a reader has come: the last position of each shard. One number over all shards would miss facts. */
export type Cursor = Readonly<Record<number, number>>;

/** From where, in which shards (absent: all), and how many facts of each at most. */
export interface Reading {
  readonly after: Cursor;
  readonly shards?: readonly number[];
  readonly limit: number;
}

/** A reader's cursor lies behind the newest fact: the store was restored from a backup that is older than the cursor. */
export class CursorAhead extends Error {
  constructor(readonly shards: readonly number[]) {
    super(`the cursor is ahead of the store in shard ${shards.join(', ')}: the store is older than the reader; begin again`);
    this.name = 'CursorAhead';
  }
}

const ahead = `
  select reader.shard
    from unnest($1::smallint[], $2::bigint[]) as reader (shard, after)
   where reader.after > coalesce((select max(position) from events where events.shard = reader.shard), 0)
   order by reader.shard`;

const tail = `
  select e.*
    from unnest($1::smallint[], $2::bigint[]) as reader (shard, after)
   cross join lateral (
         select ${storedColumns} from events
          where events.shard = reader.shard and events.position > reader.after
          order by events.position limit $3
         ) e
   order by e.position`;

/**
 * What has been stored after the cursor, in commit order within a shard, and the cursor to go on from. Misses nothing. Throws
 * CursorAhead where positions have gone back: going on would pass over what gets the same positions a second time.
 */
export const readAll = async (tx: Transaction, { after, shards, limit }: Reading): Promise<{ facts: Recorded[]; after: Cursor }> => {
  const read = shards ?? Array.from({ length: shardCount }, (_, shard) => shard);
  const rows = await tx.query<StoredRow>(tail, [read, read.map((shard) => after[shard] ?? 0), limit]);
  const idle = read.filter((shard) => (after[shard] ?? 0) > 0 && !rows.some((row) => row.shard === shard));
  const passed = await tx.query<{ shard: number }>(ahead, [idle, idle.map((shard) => after[shard] ?? 0)]);
  if (passed.length > 0) throw new CursorAhead(passed.map(({ shard }) => shard));
  const reached = Object.fromEntries(rows.map(({ shard, position }) => [shard, Number(position)]));
  return { facts: rows.map(asStored), after: { ...after, ...reached } };
};
