import { randomUUID } from 'node:crypto';
import { eventStoreMigrations, migrate, pgTransactions, type Transactions } from '@osteon/event-store';
import { Client, Pool } from 'pg';
import { askStarter } from './ask-starter.js';

/** A database of its own on the run's Postgres. */
export interface TestDatabase {
  /** The superuser's address. */
  readonly url: string;
}

/** One service's schema in a test database, connected as that service's role. */
export interface ServiceTestDatabase {
  readonly url: string;
  /** The superuser's address of the same database. */
  readonly adminUrl: string;
  readonly pool: Pool;
  readonly transactions: Transactions;
  close(): Promise<void>;
}

/** The roles are the server's, so all tests of a run use one password. */
const password = 'for-tests-only';

/** A fresh, empty database: one per test file is enough. It goes with the run. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const { url } = await askStarter<{ url: string }>('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`).finally(() => client.end());
  return { url: Object.assign(new URL(url), { pathname: `/${name}` }).href };
};

/** A copy of a whole database as it is now, as a backup or to restore one. Nobody may be connected to it meanwhile. */
export const copyOfDatabase = async ({ url }: TestDatabase): Promise<TestDatabase> => {
  const { url: server } = await askStarter<{ url: string }>('postgres');
  const name = `copy_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name} template ${new URL(url).pathname.slice(1)}`).finally(() => client.end());
  return { url: Object.assign(new URL(server), { pathname: `/${name}` }).href };
};

/**
 * The schema and role of a service with the tables of the event store and those in `folders`, in a fresh database or in
 * the one that is given. Close it after the tests.
 */
export const serviceDatabase = async (
  service: string,
  { folders = [], database }: { folders?: readonly string[]; database?: TestDatabase } = {},
): Promise<ServiceTestDatabase> => {
  const adminUrl = (database ?? (await testDatabase())).url;
  // Loaded when it is used: pure tests, which are most, need nothing of it.
  const { createServiceDatabase } = await import('@osteon/local');
  const { url } = await createServiceDatabase({ adminUrl, service, password });
  await migrate(url, [eventStoreMigrations, ...folders]);
  const pool = new Pool({ connectionString: url, max: 20 });
  return { url, adminUrl, pool, transactions: pgTransactions(pool), close: () => pool.end() };
};
