import { join } from 'node:path';
import { eventStoreMigrations, migrate, pgTransactions, type Transactions } from '@osteon/event-store';
import { createServiceDatabase, startPostgres } from '@osteon/local';
import { Client, Pool } from 'pg';
import type { Bench } from '../measure/run-bench.js';

/** Where the schema of a service lies: the service's own address, and the superuser's of the same database. */
export interface Place {
  readonly url: string;
  readonly adminUrl: string;
}

/** A schema that is measured. */
export interface Schema extends Place {
  readonly pool: Pool;
  readonly transactions: Transactions;
  /** SQL of the superuser, one connection for all of it. */
  readonly admin: Client;
  close(): Promise<void>;
}

/** Connects to a schema that has its tables. */
export const openSchema = async (place: Place): Promise<Schema> => {
  const pool = new Pool({ connectionString: place.url, max: 20 });
  const admin = new Client({ connectionString: place.adminUrl });
  await admin.connect();
  return {
    ...place,
    pool,
    transactions: pgTransactions(pool),
    admin,
    close: async () => {
      await pool.end();
      await admin.end();
    },
  };
};

/** A real and durable Postgres for this run alone, with the schema of one service in it. */
export const ownSchema = async ({ folder, endLater }: Bench, service: string, folders: readonly string[]): Promise<Schema> => {
  const { url: adminUrl, stop } = await startPostgres({ dataFolder: join(folder, 'postgres'), port: 0 });
  endLater(stop);
  const { url } = await createServiceDatabase({ adminUrl, service });
  await migrate(url, [eventStoreMigrations, ...folders]);
  const schema = await openSchema({ url, adminUrl });
  endLater(() => schema.close());
  return schema;
};

/** What Postgres itself says of its commits. */
export const durability = async ({ admin }: Schema): Promise<string> => {
  const { rows } = await admin.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name`,
  );
  const settings = rows.map(({ name, setting }) => `${name} ${setting}`).join(', ');
  return `every commit, of the peers too (${settings})`;
};

/** How a commit flushes: as the disk does, or 3 ms later, as disks of clouds do. */
export type Flush = 'fast' | 'slow';

/** For connections that are made from now on: give it before the pool is used, or to a new pool. */
export const setFlush = async ({ admin, url }: Schema, flush: Flush): Promise<void> => {
  const [role, database] = [new URL(url).username, admin.database].map((name) => admin.escapeIdentifier(name ?? ''));
  const delay = flush === 'slow' ? 3000 : 0;
  await admin.query(`alter role ${role} in database ${database} set commit_delay = ${delay}`);
  // At the default of 5 a commit is delayed only beside five others that are open.
  await admin.query(`alter role ${role} in database ${database} set commit_siblings = ${flush === 'slow' ? 0 : 5}`);
};
