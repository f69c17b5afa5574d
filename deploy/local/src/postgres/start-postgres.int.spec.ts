import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '@osteon/testing';
import { Client } from 'pg';
import { startPostgres } from './start-postgres.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'osteon-postgres-'));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true }));

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
};

const isGone = (pid: number) => (): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

it('a server that is killed, or left by a killed parent, goes on with every committed row', async () => {
  const place = { dataFolder: join(folder, 'kept'), port: 0 };
  const first = await startPostgres(place);
  await query(first.url, 'create table notes as select 1 as n');

  const adopted = await startPostgres(place);
  expect(adopted).toMatchObject({ pid: first.pid, port: first.port, url: first.url });

  process.kill(first.pid, 'SIGKILL');
  await waitUntil(isGone(first.pid), 'the killed server to be gone');
  const again = await startPostgres(place);
  expect(again.pid).not.toBe(first.pid);
  expect(await query(again.url, 'select n from notes')).toEqual([{ n: 1 }]);

  await again.stop();
  await waitUntil(isGone(again.pid), 'the stopped server to be gone');
});

it('a server on another port than asked is ended and started where it should be', async () => {
  const dataFolder = join(folder, 'kept');
  const first = await startPostgres({ dataFolder, port: 0 });
  const probe = createServer();
  const port = await new Promise<number>((free) => probe.listen(0, '127.0.0.1', () => free(Number(Object(probe.address()).port))));
  await new Promise((closed) => probe.close(closed));
  const moved = await startPostgres({ dataFolder, port });
  expect(moved.port).toBe(port);
  await waitUntil(isGone(first.pid), 'the first server to be gone');
  await moved.stop();
});

it('a taken port is named', async () => {
  const other = createServer();
  const port = await new Promise<number>((open) => other.listen(0, '127.0.0.1', () => open(Number(Object(other.address()).port))));
  await expect(startPostgres({ dataFolder: join(folder, 'kept'), port })).rejects.toThrow(`127.0.0.1:${port}: the port is taken`);
  await new Promise((closed) => other.close(closed));
});

const asRoot = process.getuid?.() === 0 ? it : it.skip;

asRoot('a folder that the user postgres cannot reach is named, with what helps', async () => {
  const closed = await mkdtemp(join(folder, 'closed-'));
  await expect(startPostgres({ dataFolder: join(closed, 'data'), port: 0 })).rejects.toThrow(`chmod o+x ${closed}`);
});
