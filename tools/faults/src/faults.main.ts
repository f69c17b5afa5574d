import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { countPlatform, wrongIn, type Ledger } from './checks/platform-checks.js';
import { clearedGround, withHospital } from './ground.js';
import { matrix, type Cell, type Kind } from './plan/cells.table.js';
import { schedule, type Strike } from './plan/schedule.js';
import { recordOf } from './report/record.js';
import { reliabilityPage } from './report/reliability.js';
import { clockEnvironment } from './strikes/clock-environment.js';
import { playStrike } from './strikes/play-strike.js';
import type { Field } from './strikes/strike.js';
import { openVolumes } from './strikes/volumes.js';

const options = new Command('faults')
  .description('Plays exams through the running platform, strikes it at every step, and counts from the outside')
  .option('--seed <number>', 'of the schedule', Number, 7)
  .option('--strikes <count>', 'how many', Number, 220)
  .option('--from <n>', 'goes on with this strike; what was struck before is kept', Number, 0)
  .option('--to <n>', 'ends before this strike', Number)
  .option('--only <texts>', 'only cells whose "kind target step" contains one of these, divided by commas')
  .option('--write', 'writes docs/reliability.md from all strikes of this seed')
  .parse()
  .opts<{ seed: number; strikes: number; from: number; to?: number; only?: string; write?: boolean }>();

const ground = await clearedGround();
const { root, say } = ground;
const record = recordOf(join(root, `.osteon/strikes-${options.seed}.jsonl`));

const named = ({ kind, target, step }: Cell): string => `${kind} ${target} ${step}`;

const strikesOf = (impossible: Readonly<Partial<Record<Kind, string>>>): readonly Strike[] => {
  const cells = matrix.filter((cell) => (options.only ?? '').split(',').some((text) => named(cell).includes(text)));
  const planned = schedule(options.seed, options.strikes, cells).slice(options.from, options.to);
  for (const strike of planned) if (strike.kind in impossible) say(`left out: ${named(strike)}, as ${impossible[strike.kind]}`);
  return planned.filter(({ kind }) => !(kind in impossible));
};

const command = (): string => `npm run faults -- --seed ${options.seed} --strikes ${options.strikes}`;

const write = (impossible: Readonly<Partial<Record<Kind, string>>>): void => {
  const page = reliabilityPage({
    ...{ seed: options.seed, command: command(), impossible },
    machine: `${cpus().length} cores`,
    date: new Date().toISOString().slice(0, 10),
    ...record.read(),
  });
  writeFileSync(join(root, 'docs/reliability.md'), page);
  say('docs/reliability.md is written');
};

/** Strikes one after the other, and counts at the end; how much was not as it has to be. */
const play = async (field: Field, strikes: readonly Strike[]): Promise<number> => {
  const ledger: Ledger = { sent: [], studies: [] };
  let wrong = 0;
  for (const strike of strikes) {
    if (ground.asked.aborted) break;
    const struck = await playStrike({ field, strike, run: ground.run, ledger });
    record.add({ struck });
    wrong += struck.problems.length;
    say(`${String(strike.n).padStart(3)}  ${named(strike)} + ${strike.afterMs} ms: ${struck.problems.join('; ') || 'whole'} after ${struck.seconds.toFixed(1)} s`);
  }
  const counted = await countPlatform(field.hospital, ledger);
  record.add({ counted });
  say(JSON.stringify(counted));
  return wrong + wrongIn(counted);
};

const impossibleOf = (field: Omit<Field, 'hospital'>): Readonly<Partial<Record<Kind, string>>> => ({
  ...(field.volumes ? {} : { full: 'only root can mount a small file system' }),
  ...(field.clockFile ? {} : { clock: 'libfaketime is not installed (apt-get install faketime)' }),
});

const strikeAll = async (): Promise<number> => {
  const [volumes, clock] = [await openVolumes(ground.places), clockEnvironment(ground.places.kept)];
  const parts = { volumes, clockFile: clock?.file };
  const impossible = impossibleOf(parts);
  try {
    return await withHospital(ground, clock?.added ?? {}, (hospital) => play({ hospital, ...parts }, strikesOf(impossible)));
  } finally {
    await volumes?.unmount();
    if (options.write) write(impossible);
  }
};

process.exit((await strikeAll()) === 0 ? 0 : 1);
