import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { Client } from 'pg';
import { postgresBinaries } from './binaries.js';
import { makeOnce, pgCtl, superuserPassword, type Cluster } from './cluster.js';
import { pidOf, portOfRunning } from './running-server.js';
import { requireReachable, serverUser } from './server-user.js';

export interface PostgresPlace {
  /** Absent: `.osteon/postgres` where the process runs. */
  readonly dataFolder?: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** False gives up the safety of committed data for speed. For tests only. */
  readonly durable?: boolean;
}

export interface RunningPostgres {
  /** The superuser's address of the database `osteon`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Ends the server after a checkpoint; open transactions are rolled back. */
  stop(): Promise<void>;
}

const database = 'osteon';
const notDurable = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const settingsOf = (port: number, durable: boolean): Record<string, string> => ({
  port: String(port),
  listen_addresses: '127.0.0.1',
  unix_socket_directories: `''`,
  max_connections: '200',
  timezone: 'UTC',
  ...(durable ? {} : notDurable),
});

/** The port itself, or a free one for 0. Throws where it is taken. */
const freePort = (port: number): Promise<number> =>
  new Promise((free, taken) => {
    const probe = createServer();
    probe.once('error', (cause) =>
      taken(new Error(`Postgres cannot listen on 127.0.0.1:${port}: the port is taken. Stop what uses it, or choose another port.`, { cause })),
    );
    probe.listen({ port, host: '127.0.0.1' }, () => {
      const address = probe.address();
      probe.close(() => free(typeof address === 'object' && address !== null ? address.port : port));
    });
  });

const startServer = async (cluster: Cluster, wanted: number): Promise<number> => {
  const port = await freePort(wanted);
  const settings = Object.entries(settingsOf(port, cluster.durable)).map(([name, value]) => `-c ${name}=${value}`);
  const log = join(cluster.dataFolder, 'server.log');
  await pgCtl(cluster, 'start', '-w', '-t', '60', '-l', log, '-o', settings.join(' ')).catch(async (cause: unknown) => {
    const lastLines = (await readFile(log, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-15).join('\n');
    throw new Error(`Postgres did not start on ${port}; the end of ${log}:\n${lastLines}`, { cause });
  });
  return port;
};

/** The port of the server on this folder: one that a killed run left is adopted, or ended where it listens elsewhere. */
const ensureServer = async (cluster: Cluster, wanted: number): Promise<number> => {
  const running = await portOfRunning(cluster);
  if (running !== undefined && (wanted === 0 || wanted === running)) return running;
  if (running !== undefined) await pgCtl(cluster, 'stop', '-m', 'fast', '-w');
  return startServer(cluster, wanted);
};

const createDatabaseOnce = async (serverUrl: string): Promise<void> => {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
};

/**
 * A real PostgreSQL on loopback, from the binaries that npm installed; resolves when it answers. The server outlives a killed
 * parent, and the next start on its folder takes it over. Throws, naming it, for a taken port or a folder out of reach.
 */
export const startPostgres = async (place: PostgresPlace): Promise<RunningPostgres> => {
  const dataFolder = resolve(place.dataFolder ?? '.osteon/postgres');
  const [binaries, user] = await Promise.all([postgresBinaries(), serverUser()]);
  await mkdir(dirname(dataFolder), { recursive: true });
  await requireReachable(binaries.initdb, user);
  await requireReachable(dataFolder, user);
  const cluster: Cluster = { dataFolder, durable: place.durable ?? true, binaries, user };
  await makeOnce(cluster);
  const port = await ensureServer(cluster, place.port);
  const server = `postgres://postgres:${await superuserPassword(cluster)}@127.0.0.1:${port}`;
  await createDatabaseOnce(`${server}/postgres`);
  return {
    url: `${server}/${database}`,
    port,
    pid: await pidOf(cluster),
    stop: async () => {
      await pgCtl(cluster, 'stop', '-m', 'fast', '-w');
    },
  };
};
