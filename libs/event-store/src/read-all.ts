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

const tail = `
  select e.*
    from unnest($1::smallint[], $2::bigint[]) as reader (shard, after)
   cross join lateral (
         select ${storedColumns} from events
          where events.shard = reader.shard and events.position > reader.after
          order by events.position limit $3
         ) e
   order by e.position`;

/** What has been stored after the cursor, in commit order within a shard, and the cursor to go on from. Misses nothing. */
export const readAll = async (tx: Transaction, { after, shards, limit }: Reading): Promise<{ facts: Recorded[]; after: Cursor }> => {
  const read = shards ?? Array.from({ length: shardCount }, (_, shard) => shard);
  const rows = await tx.query<StoredRow>(tail, [read, read.map((shard) => after[shard] ?? 0), limit]);
  const reached = Object.fromEntries(rows.map(({ shard, position }) => [shard, Number(position)]));
  return { facts: rows.map(asStored), after: { ...after, ...reached } };
};
