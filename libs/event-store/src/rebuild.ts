import type { StreamKind } from './aggregate.js';
import type { Projection } from './projection.js';
import { asRecorded, storedColumns, type StoredRow } from './stored-event.js';
import type { Transaction } from './transaction.js';

const batch = 1000;

const nextFacts = `
  select ${storedColumns} from events
   where aggregate = $1 and position > $2
   order by position limit ${batch}`;

const quoted = (table: string): string => `"${table.replaceAll('"', '""')}"`;

/**
 * LOCK TABLE takes no snapshot: what was committed before the locks is in the fold, and nobody appends or projects until the
 * commit, as if all twelve append locks were held. The projection's tables come first, as in an append.
 */
const lockOf = (tables: readonly string[]): string => `lock table ${[...tables, 'events'].map(quoted).join(', ')} in exclusive mode`;

/** Empties the tables of a projection and folds every fact of its aggregate again, in order. Returns how many. */
export const rebuild = async (tx: Transaction, projection: Projection, kind: StreamKind): Promise<number> => {
  await tx.query(lockOf(projection.tables));
  for (const table of projection.tables) await tx.query(`delete from ${quoted(table)}`);
  let folded = 0;
  let position = '0';
  for (;;) {
    const rows = await tx.query<StoredRow>(nextFacts, [kind.name, position]);
    for (const row of rows) await projection.project(tx, asRecorded(kind, row));
    folded += rows.length;
    position = rows.at(-1)?.position ?? position;
    if (rows.length < batch) return folded;
  }
};
