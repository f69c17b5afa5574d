import { setTimeout as pause } from 'node:timers/promises';
import { northIDXA } from '@osteon/densitometer';
import { store, type Peer } from '@osteon/dicom';
import { apiFor, setUpNorth, type Api } from '@osteon/local/demo';
import type { Client } from 'pg';
import { figure, median, ratio, spread } from '../measure/figures.js';
import { perSecond, timed } from '../measure/rate.js';
import type { Report } from '../measure/report.js';
import type { Bench } from '../measure/run-bench.js';
import { loadSince } from '../platform/load.js';
import { ownPlatform, type OwnPlatform } from '../platform/own-platform.js';
import { forgetAll, isAllFiled, openGatewayTables, settle } from './gateway-tables.js';
import { imagesOf } from './images.js';
import { seedInstances } from './seed-instances.js';

const associations = [1, 8] as const;

interface Wing {
  readonly peer: Peer;
  readonly tables: Client;
  readonly platform: OwnPlatform;
  readonly operations: Api;
  readonly bench: Bench;
}

/** Files a second over 1 and over 8 associations, round by round, and the cores that the platform takes with nothing to do. */
interface Found {
  readonly rates: readonly (readonly number[])[];
  readonly coresAtRest: number;
}

const filesOf = ({ bench }: Wing): number => (bench.size.isShort ? 16 : 200);

/** From the first association's request to the last release; everything is filed before it resolves. */
const sent = async ({ peer, tables }: Wing, files: readonly Buffer[], over: number): Promise<number> => {
  const shares = Array.from({ length: over }, (_, at) => files.filter((_file, n) => n % over === at));
  const { ms, result } = await timed(() => Promise.all(shares.map((share) => store(peer, share))));
  const refused = result.flat().filter(({ outcome }) => outcome !== 'delivered').length;
  if (refused > 0) throw new Error(`${refused} of ${files.length} objects were not answered 0000`);
  while (!(await isAllFiled(tables))) await pause(50);
  return perSecond({ count: files.length, ms });
};

const restingCores = async ({ platform, bench }: Wing): Promise<number> => {
  const resting = loadSince(platform);
  await pause(bench.size.isShort ? 500 : 10_000);
  return resting().get('all of it')?.cores ?? NaN;
};

let runs = 0;

const measureRounds = async (wing: Wing): Promise<Found> => {
  const rates: number[][] = [];
  await sent(wing, imagesOf(`${(runs += 1)}`, 8), 1);
  for (let round = 0; round < wing.bench.size.rounds; round += 1) {
    const found: number[] = [];
    for (const over of associations) found.push(await sent(wing, imagesOf(`${(runs += 1)}`, filesOf(wing)), over));
    rates.push(found);
  }
  return { rates, coresAtRest: await restingCores(wing) };
};

const projections = ['acquisition-by-study', 'acquisitions', 'acquisition-archives', 'forwarding-progress'];

const register = async ({ tables, operations, bench }: Wing, instances: number): Promise<string[]> => {
  bench.say(`registering ${instances.toLocaleString('en')} instances`);
  await seedInstances(tables, instances);
  await tables.query('analyze');
  const told: string[] = [];
  for (const name of projections) {
    const { ms, result } = await timed(() => operations.post(`/modality-gateway/operations/projections/${name}/rebuild`, 0, {}));
    told.push(`${name}: ${Number(result['facts']).toLocaleString('en')} facts in ${figure(ms / 1000)} s`);
  }
  await settle(tables);
  return told;
};

const open = async (bench: Bench): Promise<Wing> => {
  const platform = await ownPlatform(bench);
  const peer = { ...(await setUpNorth(platform)), callingAETitle: northIDXA.AETitle };
  const tables = await openGatewayTables(platform.places);
  bench.endLater(() => tables.end());
  return { peer, tables, platform, operations: await apiFor(platform, 'osei'), bench };
};

/** How many, and what was told of the rebuilds. */
interface Registered {
  readonly instances: string;
  readonly rebuilt: readonly string[];
}

const reportOf = ([before, full, after]: readonly [Found, Found, Found], files: number, { instances, rebuilt }: Registered): Report => {
  const of = ({ rates }: Found, which: number): number[] => rates.map((round) => round[which] ?? NaN);
  const compared = associations.map((_, which) => ratio(of(full, which), of(before, which).map((rate, round) => (rate + (of(after, which)[round] ?? NaN)) / 2)));
  const rows = associations.map((count, which) => [
    `${count} association${count > 1 ? 's' : ''}, files a second`,
    ...[before, full, after].map((found) => spread(of(found, which))),
    figure(compared[which] ?? NaN),
  ]);
  return {
    title: `C-STORE of ${files} files, with and without instances that are registered`,
    durable: 'each object before its 0000: its file flushed, its name in the folder flushed, its receipt committed on a Postgres that flushes',
    notes: [
      'Files of 68 KB, in studies of four that meet no exam. Empty again: the same platform with everything forgotten, so that a machine that changes its pace in between is seen.',
      `Projections of the registered instances were rebuilt by the running service (${rebuilt.join('; ')}).`,
    ],
    head: ['', 'empty', `${instances} registered`, 'empty again', 'ratio to empty'],
    rows: [...rows, ['cores of the platform at rest', ...[before, full, after].map(({ coresAtRest }) => coresAtRest.toFixed(2)), figure(full.coresAtRest / median([before.coresAtRest, after.coresAtRest]))]],
    floors: compared.map((found, which) => ({
      what: `no slower than empty, ${associations[which]} association${which > 0 ? 's' : ''}`,
      asked: 'a ratio of 1, less the 5 % by which rounds differ',
      found: figure(found),
      isMet: found >= 0.95,
    })),
  };
};

/** Sends files to a platform of its own with nothing registered, with a million instances, and with nothing again. */
export const measureStore = async (bench: Bench): Promise<readonly Report[]> => {
  const wing = await open(bench);
  const instances = bench.size.isShort ? 400 : 1_000_000;
  const before = await measureRounds(wing);
  const rebuilt = await register(wing, instances);
  const full = await measureRounds(wing);
  await forgetAll(wing.tables);
  await settle(wing.tables);
  const after = await measureRounds(wing);
  return [reportOf([before, full, after], filesOf(wing), { instances: instances.toLocaleString('en'), rebuilt })];
};
