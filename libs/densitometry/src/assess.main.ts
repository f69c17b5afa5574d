import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { assess } from './assess.js';
import { assessInput } from './assess-input.js';
import { problemLines } from './command.js';
import { choosePolicy } from './policy/choose-policy.js';
import type { Policy } from './policy/policy.js';
import { readPolicy } from './policy/read-policy.js';
import { storedPolicies } from './policy/stored-policies.js';
import { problemsOf, type Problem } from './problems.js';

const USAGE = 'usage: assess [--policy FILE] exam.json   ("-" reads standard input)';

const refused = (problems: readonly Problem[], file = ''): never => {
  const lines = problems.map(({ at, message }) => ({ at: file === '' ? at : `${file}#${at}`, message }));
  process.stderr.write(problemLines(lines));
  process.exit(2);
};

const parsedJson = (source: string, file = ''): unknown => {
  try {
    return JSON.parse(source);
  } catch {
    return refused([{ at: '', message: 'is not JSON' }], file);
  }
};

const givenPolicy = async (file: string): Promise<Policy> => {
  const read = readPolicy(parsedJson(await readFile(file, 'utf8'), file), storedPolicies);
  return 'policy' in read ? read.policy : refused(read.problems, file);
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { policy: { type: 'string' } } });
const [file] = positionals;
if (file === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const input = assessInput.safeParse(parsedJson(file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')));
if (!input.success) refused(problemsOf(input.error));
else {
  const chosen = choosePolicy(input.data, values.policy === undefined ? undefined : await givenPolicy(values.policy));
  if ('problems' in chosen) refused(chosen.problems);
  else process.stdout.write(`${JSON.stringify(assess(input.data, chosen.policy), null, 2)}\n`);
}
