import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { machineText } from './machine.js';
import { reportText, type Report } from './report.js';

/** How much is measured: the whole, or so little that only its working is seen. */
export interface Size {
  readonly isShort: boolean;
  readonly rounds: number;
}

export interface Bench {
  readonly size: Size;
  /** Of this run; goes with it. */
  readonly folder: string;
  readonly say: (line: string) => void;
  /** To be ended with the run, however it ends: the last first. */
  readonly endLater: (end: () => Promise<void>) => void;
}

/** The user of a database server passes through it. A folder in memory would make every flush free: OSTEON_BENCH_FOLDER names another. */
const openFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(process.env['OSTEON_BENCH_FOLDER'] ?? tmpdir(), 'osteon-bench-'));
  await chmod(folder, 0o755);
  return folder;
};

const read = (name: string, what: string): Size => {
  const options = new Command(`bench:${name}`)
    .description(what)
    .option('--short', 'so little that only its working is seen')
    .option('--rounds <n>', 'how often everything is measured; the median counts', '3')
    .parse()
    .opts<{ short?: boolean; rounds: string }>();
  return options.short ? { isShort: true, rounds: 1 } : { isShort: false, rounds: Number(options.rounds) };
};

/** Runs a measurement as a command: prints machine, durability, table and floors, and leaves nothing behind. */
export const runBench = async (name: string, what: string, measure: (bench: Bench) => Promise<readonly Report[]>): Promise<void> => {
  const size = read(name, what);
  const folder = await openFolder();
  const ends: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  const endAll = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end().catch((error: unknown) => console.error(error));
  };
  const asked = (): void => void endAll().then(() => process.exit(1));
  process.once('SIGINT', asked).once('SIGTERM', asked);
  try {
    const machine = await machineText(folder);
    const say = (line: string): void => console.error(line);
    const reports = await measure({ size, folder, say, endLater: (end) => void ends.push(end) });
    console.log(`npm run bench:${name}${size.isShort ? ' -- --short' : ''}: ${machine}\n`);
    for (const report of reports) console.log(reportText(report));
  } finally {
    await endAll();
  }
};
