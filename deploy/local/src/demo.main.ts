import { morning } from '@osteon/hospital';
import { Command } from 'commander';
import { startHospital, zone } from './demo/hospital.js';
import { play, type Played } from './demo/play.js';
import { describePlatform } from './platform/describe.js';
import { endOnSignal } from './platform/end-on-signal.js';
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

const playMorning = async (platform: Platform): Promise<{ played: Played; stop: () => Promise<void> }> => {
  const { cast, peers } = await startHospital(platform);
  const stop = async (): Promise<void> => {
    await platform.stop();
    await peers.stop();
  };
  tell(`North Hospital is around it: order sender, densitometer, record system, ${peers.archive.name} as PACS\n`);
  const orders = morning({ date: today(), zone, run: runNumber(), stationAETitle: 'IDXA1' });
  const [first, ...others] = options.once ? orders.slice(0, 1) : orders;
  if (!first) throw new Error('No orders this morning.');
  const played = await play(cast, first, tell);
  for (const order of others) await cast.ris.send(order);
  tell(ending(played));
  tell(`    npm run ops -- timeline ${played.accessionNumber ?? ''}\n    npm run ops -- streams show exam-${played.examId ?? ''}\n`);
  return { played, stop };
};

try {
  const platform = await startPlatform(readPlaces(), tell);
  const { played, stop } = await playMorning(platform).catch(async (error: unknown) => {
    await platform.stop();
    throw error;
  });
  if (options.once) {
    await stop();
    if (options.json) console.log(JSON.stringify(played));
    process.exit(played.ok ? 0 : 1);
  }
  endOnSignal({ stop });
  tell(describePlatform(platform));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (options.json) console.log(JSON.stringify({ ok: false, steps: [], failed: { step: 'start', why: error instanceof Error ? error.message : String(error) } }));
  process.exit(1);
}
