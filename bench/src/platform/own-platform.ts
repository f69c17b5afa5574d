import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { localCredentials, readPlaces, serviceNames, type Places } from '@osteon/local/platform';
import { z } from 'zod';
import type { Bench } from '../measure/run-bench.js';
import { childrenOf, together, usageOf, type Usage } from './processes.js';

/** The whole platform for this run alone, in processes of its own. */
export interface OwnPlatform {
  readonly places: Places;
  readonly credentials: Awaited<ReturnType<typeof localCredentials>>;
  /** What each of its parts holds and has used, by name. */
  usage(): ReadonlyMap<string, Usage>;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((found) => {
    const server = createServer().once('error', () => found(false));
    server.listen(port, '127.0.0.1', () => server.close(() => found(true)));
  });

/** The first of a row of free ports, below those that the system hands out. */
const freeRow = async (length: number, from = 24_000 + (process.pid % 500) * 16): Promise<number> => {
  const row = await Promise.all(Array.from({ length }, (_, place) => isFree(from + place)));
  return row.includes(false) ? freeRow(length, from + length) : from;
};

const variablesOf = (home: string, first: number): Record<string, string> => {
  const ports = {
    OSTEON_WEB_PORT: first,
    OSTEON_DICOM_PORT: first + 1,
    OSTEON_MLLP_PORT: first + 2,
    OSTEON_POSTGRES_PORT: first + 3,
    // The broker takes the next one too.
    OSTEON_KAFKA_PORT: first + 4,
    OSTEON_SERVICES_PORT: first + 6,
    OSTEON_DEMO_EMR_PORT: first + 11,
    // The archive takes the next one too.
    OSTEON_DEMO_PACS_PORT: first + 12,
    OSTEON_DEMO_DEVICE_PORT: first + 14,
  };
  return { OSTEON_HOME: home, ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])) };
};

const pids = z.record(z.string(), z.number());

const usageIn = ({ kept }: Places, ingress: number): ReadonlyMap<string, Usage> => {
  const read = (...path: string[]): string => readFileSync(join(kept, ...path), 'utf8');
  const services = pids.parse(JSON.parse(read('services.json')));
  const postgres = Number(read('postgres', 'postmaster.pid').split('\n')[0]);
  return new Map([
    ...serviceNames.map((name): [string, Usage] => [name, usageOf(services[name] ?? 0)]),
    ['ingress and sign-in', usageOf(ingress)],
    ['Postgres', together([postgres, ...childrenOf(postgres)].map(usageOf))],
    ['Kafka', usageOf(Number(read('kafka', 'kafka.pid')))],
  ]);
};

/** Starts the platform as `npm start` does, at ports of its own; resolves when all of it is ready. */
export const ownPlatform = async ({ folder, endLater, say }: Bench): Promise<OwnPlatform> => {
  Object.assign(process.env, variablesOf(join(folder, 'platform'), await freeRow(15)));
  const places = readPlaces();
  const child = spawn(process.execPath, [join(places.root, 'deploy/local/dist/start.main.js')], { env: { ...process.env, NODE_OPTIONS: '' }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  endLater(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  createInterface({ input: child.stderr }).on('line', say);
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => (line.includes('Ctrl-C stops everything') ? resolve() : undefined));
  });
  await Promise.race([ready, ended.then(() => Promise.reject(new Error('The platform did not start.')))]);
  const credentials = await localCredentials(join(places.kept, 'sign-in.json'));
  return { places, credentials, usage: () => usageIn(places, child.pid ?? 0) };
};
