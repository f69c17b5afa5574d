import type { StreamKind } from './aggregate.js';
import type { Projection } from './projection.js';
import { shardCount } from './shard.js';
import { asRecorded, storedColumns, type StoredRow } from './stored-event.js';
import type { Transaction } from './transaction.js';
import { writtenTogether, type WritingTogether } from './written-together.js';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Tables of a projection under two names: what everybody sees, and the copies that this transaction alone sees. */
export interface Shadow {
  readonly tables: readonly { readonly real: string; readonly copy: string }[];
  readonly fold: Fold;
  /** To be called when nothing more is folded. */
  readonly end: () => Promise<void>;
}

/** Hears on the way how many facts are done. */
export type Told = (facts: number) => void;

/** Folds what is stored and was not folded yet, in the order of the store. Resolves with the number of facts so far. */
export type Fold = (told?: Told) => Promise<number>;

const factsPerShard = 500;

const nextFacts = `
  select e.*
    from unnest($1::smallint[], $2::bigint[]) as reader (shard, after)
   cross join lateral (
         select ${storedColumns} from events
          where events.shard = reader.shard and events.position > reader.after and events.aggregate = $3
          order by events.position limit ${factsPerShard}
         ) e
   order by e.position`;

const shards = Array.from({ length: shardCount }, (_, shard) => shard);

/** Up to where every shard has been read: beyond the last row of a shard that has more, others may not be folded yet. */
const horizonOf = (rows: readonly StoredRow[]): number => {
  const full = shards.filter((shard) => rows.filter((row) => row.shard === shard).length === factsPerShard);
  const lasts = full.map((shard) => Math.max(...rows.filter((row) => row.shard === shard).map(({ position }) => Number(position))));
  return Math.min(Infinity, ...lasts);
};

const folding = (tx: Transaction, writing: WritingTogether, projection: Projection, kind: StreamKind): Fold => {
  const after = new Map<number, number>();
  let facts = 0;
  return async (told) => {
    for (;;) {
      const rows = await tx.query<StoredRow>(nextFacts, [shards, shards.map((shard) => after.get(shard) ?? 0), kind.name]);
      const horizon = horizonOf(rows);
      const due = rows.filter(({ position }) => Number(position) <= horizon);
      for (const row of due) {
        await projection.project(writing, asRecorded(kind, row));
        after.set(row.shard, Number(row.position));
      }
      facts += due.length;
      told?.(facts);
      if (due.length > 0) continue;
      await writing.flush();
      return facts;
    }
  };
};

/**
 * Empty copies of a projection's tables that hide the real ones from this transaction until it ends: a temporary table comes first
 * wherever a table is named without its schema. The handlers run as they are, and nobody else sees or waits for anything.
 */
export const castShadow = async (tx: Transaction, projection: Projection, kind: StreamKind): Promise<Shadow> => {
  const [place] = await tx.query<{ schema: string }>('select current_schema() as schema');
  for (const table of projection.tables.map(quoted)) await tx.query(`create temporary table ${table} (like ${table} including all) on commit drop`);
  const tables = projection.tables.map((table) => ({ real: `${quoted(place?.schema ?? 'public')}.${quoted(table)}`, copy: `pg_temp.${quoted(table)}` }));
  const writing = writtenTogether(tx);
  return { tables, fold: folding(tx, writing, projection, kind), end: () => writing.end() };
};
