import { assessInput } from '../assess-input.js';
import { problemsOf, type Problem } from '../problems.js';
import { explain, type AskedCondition, type ExplainedRule } from './explain.js';
import { nameText, type Policy } from './policy.js';
import { readPolicy, type ReadPolicy } from './read-policy.js';
import { runExamples } from './run-examples.js';
import { storedPolicies } from './stored-policies.js';

/** A file as it was read: its name as it was given, and its text. */
export interface GivenFile {
  readonly name: string;
  readonly text: string;
}

/** What a command says and how it ends: 0 done, 1 an example failed, 2 the input does not fit. */
export interface Said {
  readonly out: readonly string[];
  readonly err: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

const refused = ({ name }: GivenFile, problems: readonly Problem[]): Said => ({
  out: [],
  err: problems.map(({ at, message }) => `${name}#${at}: ${message}`),
  exitCode: 2,
});

const said = (...out: string[]): Said => ({ out, err: [], exitCode: 0 });

const parsed = (text: string): { readonly json: unknown } | { readonly problems: readonly Problem[] } => {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { problems: [{ at: '', message: 'is not JSON' }] };
  }
};

const readFrom = ({ text }: GivenFile): ReadPolicy => {
  const document = parsed(text);
  return 'problems' in document ? document : readPolicy(document.json, storedPolicies);
};

const titleOf = ({ name, title }: Policy): string =>
  `${nameText(name)}${name.base === undefined ? '' : ` on ${nameText(name.base)}`}: ${title}`;

/** Says whether a policy may be used, its examples' exams included. */
export const checkCommand = (file: GivenFile): Said => {
  const read = readFrom(file);
  if ('problems' in read) return refused(file, read.problems);
  const run = runExamples(read.policy, read.examples);
  return 'problems' in run ? refused(file, run.problems) : said(`${titleOf(read.policy)}`, `${read.examples.length} examples`);
};

/** Runs a policy's own examples. One without examples fails: nobody has said what it is to do. */
export const testCommand = (file: GivenFile): Said => {
  const read = readFrom(file);
  if ('problems' in read) return refused(file, read.problems);
  const run = runExamples(read.policy, read.examples);
  if ('problems' in run) return refused(file, run.problems);
  const failed = run.results.filter(({ differences }) => differences.length > 0);
  const lines = run.results.flatMap(({ name, differences }) =>
    differences.length === 0 ? [`ok      ${name}`] : [`failed  ${name}`, ...differences.map((one) => `          ${one}`)],
  );
  const count = `${run.results.length - failed.length} of ${run.results.length} examples as they say`;
  const good = failed.length === 0 && run.results.length > 0;
  return { out: [titleOf(read.policy), ...lines, count], err: [], exitCode: good ? 0 : 1 };
};

const marks = { holds: '+', 'does-not-hold': '-', unknown: '?' } as const;

const conditionLine = ({ what, says, outcome, saw, absent }: AskedCondition): string => {
  const values = Object.entries(saw).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const seen = [...values, ...absent.map((name) => `${name} is not known`)].join(', ');
  return `  ${marks[outcome]} ${what}: ${says}${seen === '' ? '' : `   [${seen}]`}`;
};

const ruleLines = ({ rule, fired, heldBack, conditions }: ExplainedRule): string[] => [
  `${fired ? 'FIRED    ' : 'not fired'} ${rule}${fired || heldBack === undefined ? '' : `   (held back: ${heldBack})`}`,
  ...conditions.map(conditionLine),
];

/** Which rules of a policy fired for an exam and which did not: `+` holds, `-` does not, `?` rests on something that is not known. */
export const explainCommand = (file: GivenFile, exam: GivenFile): Said => {
  const read = readFrom(file);
  if ('problems' in read) return refused(file, read.problems);
  const json = parsed(exam.text);
  if ('problems' in json) return refused(exam, json.problems);
  const input = assessInput.safeParse(json.json);
  if (!input.success) return refused(exam, problemsOf(input.error));
  return said(titleOf(read.policy), ...explain(read.policy, input.data).flatMap(ruleLines));
};
