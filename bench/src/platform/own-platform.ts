import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { demoPorts, freeRow, localCredentials, readPlaces, serviceNames, type Places } from '@osteon/local/platform';
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
  Object.assign(process.env, demoPorts(await freeRow(15, 24_000 + (process.pid % 500) * 16)), { OSTEON_HOME: join(folder, 'platform') });
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
