import type { Cursor, EventStore } from '@osteon/event-store';
import type { Pool } from 'pg';

/** One fact or message as a reader meets it. */
export interface Seen {
  readonly streamId: string;
  readonly version: number;
}

interface Read {
  readonly seen: readonly Seen[];
  readonly after: Cursor;
}

/** What a reader asks for what comes after its cursor. */
export type Reader = (after: Cursor) => Promise<Read>;

const atOnce = 50;

/** Stored facts, as projections of other kinds, pages and followers read them. */
export const factReader =
  (store: EventStore): Reader =>
  async (after) => {
    const read = await store.readAll({ after, limit: atOnce });
    return { seen: read.facts.map(({ streamId, streamVersion }) => ({ streamId, version: streamVersion })), after: read.after };
  };

const outbox = `
  select o.shard, o.position, o.headers->>'ce_subject' as subject, o.headers->>'ce_streamversion' as version
    from unnest($1::smallint[], $2::bigint[]) as c (shard, after)
   cross join lateral (select * from outbox where shard = c.shard and position > c.after order by position limit ${atOnce}) o
   order by o.position`;

const shards = Array.from({ length: 12 }, (_, shard) => shard);

/** Messages, by a cursor for each shard, as the relay reads them. */
export const messageReader =
  (pool: Pool): Reader =>
  async (after) => {
    const { rows } = await pool.query<{ shard: number; position: string; subject: string; version: string }>(outbox, [shards, shards.map((shard) => after[shard] ?? 0)]);
    return {
      seen: rows.map(({ subject, version }) => ({ streamId: subject, version: Number(version) })),
      after: { ...after, ...Object.fromEntries(rows.map(({ shard, position }) => [shard, Number(position)])) },
    };
  };

/** A reader at work; its cursor can be taken at any time, as somebody would who stops here and goes on later. */
export interface Tail {
  readonly seen: Promise<readonly Seen[]>;
  readonly cursor: () => Cursor;
}

/** Goes on from a cursor until all is written and it comes to the end. */
export const tail = (read: Reader, written: () => boolean, from: Cursor = {}): Tail => {
  let after = from;
  const reading = async (): Promise<readonly Seen[]> => {
    const all: Seen[] = [];
    for (;;) {
      const ended = written();
      const next = await read(after);
      all.push(...next.seen);
      after = next.after;
      if (ended && next.seen.length === 0) return all;
    }
  };
  return { seen: reading(), cursor: () => after };
};

/** What of the expected versions a reader has not seen, has seen twice, or not in the order of its stream. */
export interface Faults {
  readonly missed: number;
  readonly doubled: number;
  readonly outOfOrder: number;
}

/** Compares what was seen with what stands in the store: versions `from + 1` to `to` of each stream. */
export const faultsOf = (seen: readonly Seen[], streams: ReadonlyMap<string, { readonly from: number; readonly to: number }>): Faults => {
  const versions = new Map<string, number[]>([...streams.keys()].map((streamId) => [streamId, []]));
  for (const { streamId, version } of seen) versions.get(streamId)?.push(version);
  const faults = { missed: 0, doubled: 0, outOfOrder: 0 };
  for (const [streamId, all] of versions) {
    const { from, to } = streams.get(streamId) ?? { from: 0, to: 0 };
    const different = new Set(all);
    faults.doubled += all.length - different.size;
    faults.outOfOrder += all.filter((version, index) => index > 0 && version <= (all[index - 1] ?? 0)).length;
    for (let version = from + 1; version <= to; version += 1) if (!different.has(version)) faults.missed += 1;
  }
  return faults;
};
