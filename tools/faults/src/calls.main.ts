import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { readPlaces } from '@osteon/local/platform';
import { Command } from 'commander';
import { answeredSteps } from './calls/answered-steps.table.js';
import { durabilityPage } from './calls/durability.js';
import { endingsIn } from './calls/endings.js';
import { playEnding, type Ended, type Playing } from './calls/play-ending.js';
import { countPlatform, type Ledger } from './checks/platform-checks.js';
import { openHospital } from './exam/hospital.js';

const options = new Command('calls')
  .description('Ends each service before each of the calls that it makes between a request and its positive answer')
  .option('--every <n>', 'only each n-th call', Number, 1)
  .option('--steps <names>', 'only these steps, divided by commas')
  .option('--write', 'writes docs/durability.md')
  .parse()
  .opts<{ every: number; steps?: string; write?: boolean }>();

const { root } = readPlaces();
const home = process.env['OSTEON_HOME'] ?? join(root, '.osteon/faults');
const chosen = answeredSteps.filter(({ step }) => options.steps?.split(',').includes(step) ?? true);
const say = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`);

rmSync(home, { recursive: true, force: true });
mkdirSync(home, { recursive: true, mode: 0o755 });
const endings = endingsIn(home);
const hospital = await openHospital({ places: { ...readPlaces(), kept: home }, say, added: endings.added });
const ledger: Ledger = { sent: [], studies: [] };
const run = Math.floor(Date.now() / 1000) % 1_000_000;
let n = 0;
const playing = (): Playing => ({ hospital, endings, ledger, run, n: (n += 1) });

const calls = new Map<string, readonly string[]>();
// The first exam of a fresh platform does more than the others: nothing is cached yet.
await playEnding(playing(), { step: 'order', service: 'scheduling', answer: '', before: 0 });
for (const each of chosen) calls.set(each.step, (await playEnding(playing(), { ...each, before: 0 })).calls);

/** By number first: so no service dies twice in a row, and none is left alone for being a bad one. */
const planned = chosen
  .flatMap((each) => (calls.get(each.step) ?? []).map((_, index) => ({ ...each, before: index + 1 })))
  .filter(({ before }) => before % options.every === 0)
  .sort((a, b) => a.before - b.before);
say(`${planned.length} endings: ${chosen.map(({ step }) => `${step} ${calls.get(step)?.length}`).join(', ')}`);

const ended: Ended[] = [];
for (const each of planned) {
  const { ended: one } = await playEnding(playing(), each);
  ended.push(one);
  say(`${each.step} before call ${each.before} (${calls.get(each.step)?.[each.before - 1] ?? ''}): ${one.isKilled ? '' : 'not reached, '}${one.problems.join('; ') || 'whole'}`);
}
const counted = await countPlatform(hospital, ledger);
say(JSON.stringify(counted));
await hospital.close();
const command = 'npm run faults:calls';
const page = { command, date: new Date().toISOString().slice(0, 10), machine: `${cpus().length} cores`, calls, ended, counted };
if (options.write) writeFileSync(join(root, 'docs/durability.md'), durabilityPage(page));
const isWhole = ended.every(({ problems }) => problems.length === 0) && counted.objectsAnswered === counted.objectsKept && counted.messagesSaid === counted.messagesOnKafka;
process.exit(isWhole && counted.rowsAstray + counted.repeatedOutside === 0 ? 0 : 1);
