import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { answeredSteps } from './calls/answered-steps.table.js';
import { durabilityPage, type CallsRun } from './calls/durability.js';
import { endingsIn } from './calls/endings.js';
import { playEnding, type Ended, type Ending } from './calls/play-ending.js';
import { countPlatform, wrongIn, type Ledger } from './checks/platform-checks.js';
import type { Hospital } from './exam/hospital.js';
import { clearedGround, withHospital } from './ground.js';

const options = new Command('calls')
  .description('Ends each service before each of the calls that it makes between a request and its positive answer')
  .option('--every <n>', 'only each n-th call', Number, 1)
  .option('--steps <names>', 'only these steps, divided by commas')
  .option('--write', 'writes docs/durability.md')
  .parse()
  .opts<{ every: number; steps?: string; write?: boolean }>();

const ground = await clearedGround();
const { root, run, say } = ground;
const chosen = answeredSteps.filter(({ step }) => options.steps?.split(',').includes(step) ?? true);
const endings = endingsIn(ground.places.kept);

const writePage = (parts: Omit<CallsRun, 'command' | 'date' | 'machine'>): void => {
  const made = { command: 'npm run faults:calls', date: new Date().toISOString().slice(0, 10), machine: `${cpus().length} cores` };
  writeFileSync(join(root, 'docs/durability.md'), durabilityPage({ ...made, ...parts }));
  say('docs/durability.md is written');
};

type Play = (ending: Ending) => ReturnType<typeof playEnding>;
type Calls = ReadonlyMap<string, readonly string[]>;

/** What a quiet run of each step calls. */
const quietCalls = async (play: Play): Promise<Calls> => {
  const calls = new Map<string, readonly string[]>();
  // The first exam of a fresh platform does more than the others: nothing is cached yet.
  await play({ step: 'order', service: 'scheduling', answer: '', before: 0 });
  for (const each of chosen) calls.set(each.step, (await play({ ...each, before: 0 })).calls);
  return calls;
};

/** By number first: so no service dies twice in a row, and none is left alone for being a bad one. */
const plannedFrom = (calls: Calls): Ending[] =>
  chosen
    .flatMap((each) => (calls.get(each.step) ?? []).map((_, index) => ({ ...each, before: index + 1 })))
    .filter(({ before }) => before % options.every === 0)
    .sort((a, b) => a.before - b.before);

const outcome = ({ isKilled, problems }: Ended): string => `${isKilled ? '' : 'not reached, '}${problems.join('; ') || 'whole'}`;

/** One exam for each call, until somebody asks to end. */
const endEach = async (play: Play, calls: Calls): Promise<Ended[]> => {
  const planned = plannedFrom(calls);
  say(`${planned.length} endings: ${chosen.map(({ step }) => `${step} ${calls.get(step)?.length}`).join(', ')}`);
  const ended: Ended[] = [];
  for (const each of planned) {
    if (ground.asked.aborted) break;
    const { ended: one } = await play(each);
    ended.push(one);
    say(`${each.step} before call ${each.before} (${calls.get(each.step)?.[each.before - 1] ?? ''}): ${outcome(one)}`);
  }
  return ended;
};

/** How much was not as it has to be. */
const endEverywhere = async (hospital: Hospital): Promise<number> => {
  const ledger: Ledger = { sent: [], studies: [] };
  let n = 0;
  const play: Play = (ending) => playEnding({ hospital, endings, ledger, run, n: (n += 1) }, ending);
  const calls = await quietCalls(play);
  const ended = await endEach(play, calls);
  const counted = await countPlatform(hospital, ledger);
  say(JSON.stringify(counted));
  if (options.write) writePage({ calls, ended, counted });
  return wrongIn(counted) + ended.reduce((sum, { problems }) => sum + problems.length, 0);
};

process.exit((await withHospital(ground, endings.added, endEverywhere)) === 0 ? 0 : 1);
