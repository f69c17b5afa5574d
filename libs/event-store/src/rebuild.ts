import type { StreamKind } from './aggregate.js';
import type { Projection } from './projection.js';
import { castShadow, type Told } from './shadow.js';
import type { Transaction } from './transaction.js';

/** The locks do not take a snapshot: what was committed before them is folded, and nobody appends or projects until the commit. */
const lockOf = (tables: readonly string[]): string => `lock table ${[...tables, 'events'].join(', ')} in exclusive mode`;

/**
 * Folds every fact of the aggregate again beside the tables in use, then puts the result in their place. Writers wait only while
 * the last facts are folded and the rows are copied; readers never. Returns the number of facts.
 */
export const rebuild = async (tx: Transaction, projection: Projection, kind: StreamKind, told?: Told): Promise<number> => {
  // Each statement has to see what was committed while it was folding.
  await tx.query('set transaction isolation level read committed');
  const { tables, fold, end } = await castShadow(tx, projection, kind);
  await fold(told);
  await tx.query(lockOf(tables.map(({ real }) => real)));
  const facts = await fold();
  await end();
  for (const { real } of tables) await tx.query(`delete from ${real}`);
  for (const { real, copy } of tables) await tx.query(`insert into ${real} overriding system value select * from ${copy}`);
  return facts;
};

/** How a projection's tables differ from what the facts alone make. */
export interface Verified {
  readonly projection: string;
  /** Facts that were folded. */
  readonly facts: number;
  readonly rows: number;
  /** Rows that the facts make and the tables do not have. */
  readonly missing: number;
  /** Rows that the tables have and the facts do not make. */
  readonly surplus: number;
}

const counted = (left: string, right: string): string =>
  `(select count(*)::int from (select to_jsonb(l) from ${left} l except all select to_jsonb(r) from ${right} r) difference)`;

/** Folds every fact again beside the tables in use and compares, in one snapshot. Nobody waits, nothing is changed. */
export const verify = async (tx: Transaction, projection: Projection, kind: StreamKind): Promise<Verified> => {
  const { tables, fold, end } = await castShadow(tx, projection, kind);
  const facts = await fold();
  await end();
  let found: Omit<Verified, 'projection' | 'facts'> = { rows: 0, missing: 0, surplus: 0 };
  for (const { real, copy } of tables) {
    const [table = found] = await tx.query<typeof found>(
      `select (select count(*)::int from ${real}) as rows, ${counted(copy, real)} as missing, ${counted(real, copy)} as surplus`,
    );
    found = { rows: found.rows + table.rows, missing: found.missing + table.missing, surplus: found.surplus + table.surplus };
  }
  return { projection: projection.name, facts, ...found };
};
