import type { Counted } from '../checks/platform-checks.js';
import { answeredSteps } from './answered-steps.table.js';
import type { Ended } from './play-ending.js';

/** All that the page is made of. */
export interface CallsRun {
  readonly command: string;
  readonly date: string;
  readonly machine: string;
  /** By step: what a quiet run called, in order. */
  readonly calls: ReadonlyMap<string, readonly string[]>;
  readonly ended: readonly Ended[];
  readonly counted: Counted;
}

const verdict = (of: readonly Ended[]): string => {
  const wrong = of.flatMap(({ before, problems }) => problems.map((problem) => `before call ${before}: ${problem}`));
  return wrong.length === 0 ? 'whole each time' : `**${wrong.join('; ')}**`;
};

const row = ({ ended, calls }: CallsRun, { step, service, answer }: (typeof answeredSteps)[number]): string => {
  const of = ended.filter((each) => each.step === step);
  const killed = of.filter(({ isKilled }) => isKilled).length;
  return `| ${step} | ${service} | ${answer} | ${calls.get(step)?.length ?? 0} | ${of.length} | ${killed} | ${verdict(of)} |`;
};

/** Calls of the same kind in a row are written once. */
const folded = (calls: readonly string[]): string => {
  const groups: { call: string; count: number }[] = [];
  for (const call of calls) {
    const last = groups.at(-1);
    if (last?.call === call) last.count += 1;
    else groups.push({ call, count: 1 });
  }
  return groups.map(({ call, count }) => (count === 1 ? call : `${call} (x ${count})`)).join(', ');
};

/** docs/durability.md, whole. */
export const durabilityPage = (run: CallsRun): string => `# A positive answer means durable: ended before every call

Made by \`${run.command}\` on ${run.date} (${run.machine}).

For each answer that somebody outside gets, a quiet run writes down what the service asks of Postgres, of the file system and of the caller's socket between request and answer.
Then the service is ended by signal 9 right before call 1, before call 2, and so on. Who was answered goes on; who was not asks again, as devices and systems do. Each exam goes to its end and is counted where it
arrives: one exam, each object once in the PACS, one report in the record system. A service that had less to do than in the quiet run (it polls a little less) is not ended: "struck" is smaller then.

| step | service | answer | calls | exams | struck | exams afterwards |
| --- | --- | --- | --- | --- | --- | --- |
${answeredSteps.map((each) => row(run, each)).join('\n')}

Afterwards: ${run.counted.objectsKept} of ${run.counted.objectsAnswered} objects in the store bit for bit, ${run.counted.messagesOnKafka} of ${run.counted.messagesSaid} messages on Kafka, ${run.counted.rowsAstray} rows of ${run.counted.projections} projections astray, ${run.counted.repeatedOutside} repeated outside when everything was said again.

## What is called between request and answer

${answeredSteps.map(({ step, service }) => `**${step}** (${service}): ${folded(run.calls.get(step) ?? [])}`).join('\n\n')}
`;
