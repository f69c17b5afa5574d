import { timed } from '../measure/rate.js';
import type { Schema } from './schema.js';

/** Rows of tables, as files in the data folder of the server: COPY writes and reads them without a client in between. */
export interface CopiedRows {
  /** Rows of the first table. */
  readonly count: number;
  /** COPY of all of them into empty tables with the same columns and indexes, in one transaction: milliseconds to its commit. */
  copyIn(): Promise<number>;
}

/** Writes the rows of tables out. */
export const copiedRows = async ({ admin, url }: Schema, tables: readonly string[]): Promise<CopiedRows> => {
  const schema = admin.escapeIdentifier(new URL(url).username);
  const { rows } = await admin.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
  const file = (table: string): string => admin.escapeLiteral(`${rows[0]?.folder}/bench-${table}.copy`);
  const counts: number[] = [];
  for (const table of tables) {
    const { rowCount } = await admin.query(`copy ${schema}.${table} to ${file(table)}`);
    counts.push(rowCount ?? 0);
  }
  return {
    count: counts[0] ?? 0,
    copyIn: async () => {
      for (const table of tables) {
        await admin.query(`drop table if exists ${schema}.copied_${table}`);
        await admin.query(`create table ${schema}.copied_${table} (like ${schema}.${table} including all)`);
      }
      const { ms } = await timed(async () => {
        await admin.query('begin');
        for (const table of tables) await admin.query(`copy ${schema}.copied_${table} from ${file(table)}`);
        await admin.query('commit');
      });
      for (const table of tables) await admin.query(`drop table ${schema}.copied_${table}`);
      return ms;
    },
  };
};

/** COPY of all rows of a table out of it, to nowhere: milliseconds. */
export const copyOut = async ({ admin, url }: Schema, table: string): Promise<number> => {
  const { ms } = await timed(() => admin.query(`copy ${admin.escapeIdentifier(new URL(url).username)}.${table} to '/dev/null'`));
  return ms;
};
