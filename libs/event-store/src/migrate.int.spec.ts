import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serviceDatabase, type ServiceTestDatabase } from '@osteon/testing';
import { migrate, MigrationChanged, missingMigrations } from './migrate.js';

let database: ServiceTestDatabase;
let root: string;
beforeAll(async () => {
  database = await serviceDatabase('delivery');
  root = await mkdtemp(join(tmpdir(), 'osteon-migrations-'));
});
afterAll(async () => {
  await database.close();
  await rm(root, { recursive: true });
});

/** A project's folder with these files. */
const folder = async (project: string, files: Readonly<Record<string, string>>): Promise<string> => {
  for (const [file, sql] of Object.entries(files)) {
    const path = join(root, project, 'migrations', file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, sql);
  }
  return join(root, project, 'migrations');
};

const tables = async (prefix: string): Promise<unknown[]> =>
  (await database.pool.query(`select tablename from pg_tables where schemaname = 'delivery' and tablename like $1 order by 1`, [`${prefix}%`])).rows;

it('applies folder by folder, by name, each file once', async () => {
  const first = await folder('first', { '0002-b.sql': 'alter table a_one add note text', '0001-a.sql': 'create table a_one ()', 'notes.md': 'not sql' });
  const second = await folder('second', { '0001-a.sql': 'alter table a_one drop note' });
  const all = ['first/0001-a.sql', 'first/0002-b.sql', 'second/0001-a.sql'];
  expect(await missingMigrations(database.url, [first, second])).toEqual(all);
  expect(await migrate(database.url, [first, second])).toEqual(all);
  expect(await migrate(database.url, [first, second])).toEqual([]);
  expect(await missingMigrations(database.url, [first, second])).toEqual([]);
});

it('applies what has come since', async () => {
  const grown = await folder('first', { '0003-c.sql': 'create table a_two ()' });
  expect(await migrate(database.url, [grown])).toEqual(['first/0003-c.sql']);
});

it('leaves nothing of a run in which one file fails, and names it', async () => {
  const broken = await folder('broken', { '0001-good.sql': 'create table b_good ()', '0002-bad.sql': 'create tabel b_bad ()' });
  await expect(migrate(database.url, [broken])).rejects.toThrow('migration broken/0002-bad.sql failed');
  expect(await tables('b_')).toEqual([]);
  expect(await missingMigrations(database.url, [broken])).toHaveLength(2);
});

it('refuses a file that has changed since it was applied', async () => {
  const changed = await folder('first', { '0001-a.sql': 'create table a_other ()' });
  await expect(migrate(database.url, [changed])).rejects.toThrow(MigrationChanged);
  await expect(missingMigrations(database.url, [changed])).rejects.toThrow('first/0001-a.sql');
});

it('works once when several start at the same time', async () => {
  const together = await folder('together', { '0001-c.sql': 'create table c_once ()' });
  const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, [together])));
  expect(applied.flat()).toEqual(['together/0001-c.sql']);
});
