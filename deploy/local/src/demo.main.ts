import { morning } from '@osteon/hospital';
import { Command } from 'commander';
import { startHospital, zone } from './demo/hospital.js';
import { play, type Played } from './demo/play.js';
import type { Cast } from './demo/story.js';
import { AskedToEnd, askedToEnd, unlessAsked, untilAsked } from './platform/asked-to-end.js';
import { describePlatform } from './platform/describe.js';
import { readPlaces } from './platform/places.js';
import { startPlatform, type Platform } from './platform/start-platform.js';

const options = new Command('demo')
  .description('Starts the platform with one invented hospital and plays its morning')
  .option('--once', 'play one exam, then stop everything and end')
  .option('--json', 'tell the result as one line of JSON, last')
  .parse()
  .opts<{ once?: boolean; json?: boolean }>();

/** With --json nothing but the result stands on standard output. */
const tell = (line: string): void => (options.json ? console.error(line) : console.log(line));

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());

/** Each start plays with numbers of its own, so that the same hospital can be played again. */
const runNumber = (): string => Math.floor(Date.now() / 1000).toString(36);

const ending = (played: Played): string =>
  played.ok ? '\n  The report is where it was ordered. The whole story:\n' : `\n  The story ended at ${played.failed?.step}: ${played.failed?.why}\n`;

const asked = askedToEnd();
const stops: (() => Promise<void>)[] = [];

/** The platform first: what it has under way with its peers ends before they do. */
const stopAll = async (): Promise<void> => {
  for (const stop of stops.splice(0)) await stop();
};

const start = async (): Promise<{ platform: Platform; cast: Cast }> => {
  const platform = await startPlatform(readPlaces(), tell, asked);
  stops.push(platform.stop);
  const { cast, peers } = await startHospital(platform);
  stops.push(peers.stop);
  tell(`North Hospital is around it: HIS, RIS, densitometer, record system, ${peers.archive.name} as PACS\n`);
  return { platform, cast };
};

const playMorning = async (cast: Cast): Promise<Played> => {
  const orders = morning({ date: today(), zone, run: runNumber(), stationAETitle: 'IDXA1' });
  const [first, ...others] = options.once ? orders.slice(0, 1) : orders;
  if (!first) throw new Error('No orders this morning.');
  const played = await play(cast, first, tell);
  for (const order of others) await cast.ris.send(order);
  tell(ending(played));
  tell(`    npm run ops -- timeline ${played.accessionNumber ?? ''}\n    npm run ops -- streams show exam-${played.examId ?? ''}\n`);
  return played;
};

const failed = (step: string, error: unknown): Played => {
  const why = error instanceof Error ? error.message : String(error);
  if (!(error instanceof AskedToEnd)) console.error(why);
  return { ok: false, steps: [], failed: { step, why } };
};

const run = async (): Promise<Played> => {
  const { platform, cast } = await start();
  const played = await unlessAsked(asked, playMorning(cast));
  if (options.once) return played;
  tell(describePlatform(platform));
  await untilAsked(asked);
  return played;
};

const played = await run().catch((error: unknown) => failed('start', error));
await stopAll();
if (options.json) console.log(JSON.stringify(played));
process.exit(played.ok ? 0 : 1);
