import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Client } from 'pg';

/** The folder with the tables of the event store itself: first in every service's list. */
export const eventStoreMigrations = join(import.meta.dirname, '../migrations');

/** One SQL file, known for ever by `<project>/<file>` and its content. */
interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** A file has changed after it was applied: schemas would differ between hospitals. */
export class MigrationChanged extends Error {
  constructor(name: string) {
    super(`migration ${name} has changed since it was applied; add a new one instead`);
    this.name = 'MigrationChanged';
  }
}

const readFolder = async (folder: string): Promise<Migration[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(join(folder, file), 'utf8');
      return { name: `${basename(dirname(folder))}/${file}`, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
};

const readFolders = async (folders: readonly string[]): Promise<Migration[]> => (await Promise.all(folders.map(readFolder))).flat();

const open = async <T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const notYetApplied = async (client: Client, migrations: readonly Migration[]): Promise<Migration[]> => {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migrations');
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const changed = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum);
  if (changed !== undefined) throw new MigrationChanged(changed.name);
  return migrations.filter(({ name }) => !applied.has(name));
};

const apply = async (client: Client, { name, sql, checksum }: Migration): Promise<void> => {
  try {
    await client.query(sql);
  } catch (cause) {
    throw new Error(`migration ${name} failed`, { cause });
  }
  await client.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksum]);
};

/** One migrator at a time in a schema. */
const lock = `select pg_advisory_xact_lock(hashtext('osteon-migrate-' || current_schema()), 0)`;

const table = `
  create table if not exists migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now()
  )`;

/**
 * Applies the .sql files of the folders that are not yet applied, folder by folder and by name, all in one transaction.
 * Forward only. Returns their names. Throws MigrationChanged.
 */
export const migrate = (databaseUrl: string, folders: readonly string[]): Promise<string[]> =>
  open(databaseUrl, async (client) => {
    const migrations = await readFolders(folders);
    await client.query('begin');
    await client.query(lock);
    await client.query(table);
    const missing = await notYetApplied(client, migrations);
    for (const migration of missing) await apply(client, migration);
    await client.query('commit');
    return missing.map(({ name }) => name);
  });

/** Names of the migrations that the database lacks: a service refuses to start while there are any. Throws MigrationChanged. */
export const missingMigrations = (databaseUrl: string, folders: readonly string[]): Promise<string[]> =>
  open(databaseUrl, async (client) => {
    const migrations = await readFolders(folders);
    const { rows } = await client.query(`select to_regclass('migrations') is not null as known`);
    const known = rows[0]?.known === true;
    return (known ? await notYetApplied(client, migrations) : migrations).map(({ name }) => name);
  });
