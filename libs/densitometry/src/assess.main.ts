import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { assess } from './assess.js';
import { assessInput } from './assess-input.js';
import { problemsOf, type Problem } from './problems.js';

const USAGE = 'usage: assess exam.json   ("-" reads standard input)';

const refused = (problems: readonly Problem[]): never => {
  for (const { at, message } of problems) process.stderr.write(`${at === '' ? '(whole)' : at}: ${message}\n`);
  process.exit(2);
};

const parsedJson = (source: string): unknown => {
  try {
    return JSON.parse(source);
  } catch {
    return refused([{ at: '', message: 'is not JSON' }]);
  }
};

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const input = assessInput.safeParse(parsedJson(file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')));
if (input.success) process.stdout.write(`${JSON.stringify(assess(input.data), null, 2)}\n`);
else refused(problemsOf(input.error));
