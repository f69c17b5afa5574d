import { setTimeout as pause } from 'node:timers/promises';
import { startHospital, type Cast } from '@osteon/local/demo';
import { figure, percentile } from '../measure/figures.js';
import { atMost, type Floor, type Report } from '../measure/report.js';
import type { Bench } from '../measure/run-bench.js';
import { loadSince, type Load } from '../platform/load.js';
import { ownPlatform } from '../platform/own-platform.js';
import { atPace } from './at-pace.js';
import { orderOf } from './order-of.js';
import { playExam, type Latencies } from './play-exam.js';

interface Pace {
  readonly perMinute: number;
  readonly exams: number;
}

interface Played {
  readonly pace: Pace;
  readonly latencies: readonly Latencies[];
  readonly load: ReadonlyMap<string, Load>;
}

const ways: readonly (readonly [keyof Latencies, string])[] = [
  ['worklist', 'order to worklist'],
  ['readingList', 'last image to reading list'],
  ['acknowledgement', 'signature to acknowledgement'],
];

const paces: readonly Pace[] = [
  { perMinute: 1, exams: 4 },
  { perMinute: 20, exams: 60 },
];
const shortPaces: readonly Pace[] = [{ perMinute: 60, exams: 2 }];

const played = async (cast: Cast, run: number, pace: Pace): Promise<Latencies[]> => {
  const outcomes = await atPace(pace.perMinute, pace.exams, (n) => playExam(cast, orderOf(run, n, new Date().toISOString())));
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
};

const told = ({ perMinute, exams }: Pace): string => `${perMinute} exams a minute, ${exams} exams`;

const latencyReport = (all: readonly Played[]): Report => {
  const rows: string[][] = [];
  const floors: Floor[] = [];
  for (const { pace, latencies } of all)
    for (const [way, name] of ways) {
      const ms = latencies.map((each) => each[way]);
      rows.push([`${name}, ${told(pace)}`, ...[0.5, 0.95, 1].map((part) => figure(percentile(ms, part)))]);
      floors.push(atMost(`${name}, ${pace.perMinute} a minute, p95`, { asked: 1000, found: percentile(ms, 0.95), unit: 'ms' }));
    }
  return {
    title: 'Latency',
    durable: 'each order (AA), object (0000), step (0000) and signature (2xx) before it is answered, on a Postgres that flushes and in files that are flushed',
    notes: [
      'The whole platform, five services with Postgres and Kafka, beside the record system, the archive and the densitometer of the demo on one machine; MPPS says what is complete. Worklist, reading list and record system are looked at every 20 ms.',
    ],
    head: ['ms', 'p50', 'p95', 'longest'],
    rows,
    floors,
  };
};

const loadReport = (rest: ReadonlyMap<string, Load>, all: readonly Played[]): Report => ({
  title: 'Memory and processor of the platform',
  durable: 'as above',
  notes: ['Memory in MiB (PSS), at the end of each time; processor in cores, over all of it. Peers are not in it.'],
  head: ['part', ...['at rest', ...all.map(({ pace }) => `${pace.perMinute} a minute`)].flatMap((when) => [`MiB, ${when}`, `cores, ${when}`])],
  rows: [...rest.keys()].map((part) => [
    part,
    ...[rest, ...all.map(({ load }) => load)].flatMap((load) => [figure(Math.round(load.get(part)?.mib ?? NaN)), (load.get(part)?.cores ?? NaN).toFixed(3)]),
  ]),
  floors: [],
});

/** Plays exams through a platform of its own at each pace, and says how long people and peers wait. */
export const measureLatency = async (bench: Bench): Promise<readonly Report[]> => {
  const { isShort } = bench.size;
  const platform = await ownPlatform(bench);
  const { cast, peers } = await startHospital(platform);
  bench.endLater(() => peers.stop());
  const run = Math.floor(Date.now() / 1000);
  bench.say('one exam that is not counted');
  await played(cast, run, { perMinute: 60, exams: 1 });
  const resting = loadSince(platform);
  await pause(isShort ? 500 : 20_000);
  const rest = resting();
  const all: Played[] = [];
  for (const [index, pace] of (isShort ? shortPaces : paces).entries()) {
    bench.say(told(pace));
    const working = loadSince(platform);
    const latencies = await played(cast, run + 1 + index, pace);
    all.push({ pace, latencies, load: working() });
  }
  return [latencyReport(all), loadReport(rest, all)];
};
