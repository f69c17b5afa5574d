import { readFile } from 'node:fs/promises';
import { checkCommand, explainCommand, testCommand, type GivenFile, type Said } from './policy-command.js';

const USAGE = ['usage: policy check FILE', '       policy test FILE', '       policy explain FILE exam.json'];

const usage: Said = { out: [], err: USAGE, exitCode: 2 };

const given = async (name: string): Promise<GivenFile> => ({ name, text: await readFile(name, 'utf8') });

const run = async ([command, file, exam]: readonly string[]): Promise<Said> => {
  if (file === undefined) return usage;
  if (command === 'check') return checkCommand(await given(file));
  if (command === 'test') return testCommand(await given(file));
  return command === 'explain' && exam !== undefined ? explainCommand(await given(file), await given(exam)) : usage;
};

const { out, err, exitCode } = await run(process.argv.slice(2)).catch((error: NodeJS.ErrnoException): Said => ({
  out: [],
  err: [`${error.path ?? 'policy'}: cannot be read (${error.code ?? error.message})`],
  exitCode: 2,
}));
for (const line of out) process.stdout.write(`${line}\n`);
for (const line of err) process.stderr.write(`${line}\n`);
process.exitCode = exitCode;
