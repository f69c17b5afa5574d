import type { Counted } from '../checks/platform-checks.js';
import { kinds, matrix, steps, type Kind } from '../plan/cells.table.js';
import type { Struck } from '../strikes/play-strike.js';

/** All that a report is made of. */
export interface Run {
  readonly seed: number;
  readonly command: string;
  readonly machine: string;
  readonly date: string;
  readonly struck: readonly Struck[];
  readonly counted: readonly Counted[];
  /** Kinds that this machine could not strike, and why. */
  readonly impossible: Readonly<Partial<Record<Kind, string>>>;
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((all, item) => all + of(item), 0);

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

const cell = (struck: readonly Struck[], kind: Kind, target: string, step: string): string => {
  const met = struck.filter((each) => each.kind === kind && each.target === target && each.step === step);
  if (met.length === 0) return '·';
  const lost = met.filter(({ problems }) => problems.length > 0).length;
  return lost === 0 ? String(met.length) : `${met.length} (**${lost} not whole**)`;
};

const targetsOf = (kind: Kind): string[] => [...new Set(matrix.filter((each) => each.kind === kind).map(({ target }) => target))];
const allKinds = (): Kind[] => [...new Set(matrix.map(({ kind }) => kind))];

const matrixTable = ({ struck }: Run): string =>
  table(
    ['strike', 'who', ...steps],
    allKinds().flatMap((kind) => targetsOf(kind).map((target) => [kinds[kind], target, ...steps.map((step) => cell(struck, kind, target, step))])),
  );

const quantile = (sorted: readonly number[], q: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0).toFixed(1);

const recoveryTable = ({ struck }: Run): string =>
  table(
    ['strike', 'strikes', 'median s', 'p95 s', 'longest s', 'resends'],
    allKinds().flatMap((kind) => {
      const of = struck.filter((each) => each.kind === kind);
      const times = of.map(({ seconds }) => seconds).sort((a, b) => a - b);
      return of.length === 0 ? [] : [[kinds[kind], of.length, quantile(times, 0.5), quantile(times, 0.95), quantile(times, 1), sum(of, ({ resends }) => resends)]];
    }),
  );

const countTable = ({ struck, counted }: Run): string => {
  const total = (of: (each: Counted) => number): number => sum(counted, of);
  return table(
    ['counted from the outside', 'wanted', 'found'],
    [
      ['orders answered AA, and exams on the schedule', sum(struck, ({ exams }) => exams), sum(struck.filter(({ problems }) => problems.length === 0), ({ exams }) => exams)],
      ['objects answered 0000, and objects in the store under their hash, bit for bit', total(({ objectsAnswered }) => objectsAnswered), total(({ objectsKept }) => objectsKept)],
      ['messages that stored events have said, and messages on Kafka', total(({ messagesSaid }) => messagesSaid), total(({ messagesOnKafka }) => messagesOnKafka)],
      ['rows of projections that differ from a new fold of the events', 0, total(({ rowsAstray }) => rowsAstray)],
      ['messages or objects outside after all events were said again', 0, total(({ repeatedOutside }) => repeatedOutside)],
    ],
  );
};

const problemList = ({ struck }: Run): string => {
  const lines = struck.filter(({ problems }) => problems.length > 0).map(({ n, kind, target, step, afterMs, problems }) => `- strike ${n} (${kind} ${target}, ${step} + ${afterMs} ms): ${problems.join('; ')}`);
  return lines.length === 0 ? 'Nothing was lost, nothing came twice, nothing out of order.' : lines.join('\n');
};

const leftOut = ({ impossible }: Run): string => Object.entries(impossible).map(([kind, why]) => `- ${kind}: ${why}\n`).join('');

/** docs/reliability.md, whole. */
export const reliabilityPage = (run: Run): string => `# What was struck, and what became of it

Made by \`${run.command}\` on ${run.date} (${run.machine}), in ${run.counted.length} parts that follow one another (\`--from\`, \`--to\`). The schedule, with the moment of each strike in its step, follows from the seed.

While exams go through the running platform (order over MLLP, arrival, worklist, MPPS, C-STORE, commitment, review, signature, delivery to a record system and a PACS behind proxies),
a process, a store or a wire is struck at one step. The platform comes back by itself. Then it is counted where things arrive: one exam for each order, one report for each signature (by MSH-10, a resend
with the same number and the same bytes), every object and the report in the PACS, reports of one patient in the order in which delivery recorded them (where \`sign\` or \`deliver\` is struck, two exams of one patient are signed one right after the other).

${run.struck.length} strikes, seed ${run.seed}; exams: ${sum(run.struck, ({ exams }) => exams)}.

## Counts

${countTable(run)}

${problemList(run)}

## Strikes by who, how and when

A number is how often a cell was struck; \`·\` is a cell that was not.
The relay to Kafka is a part of each service; it is struck with its service, right after the answer and before the message is on its way.

${matrixTable(run)}
${leftOut(run)}
## Back again

From the blow until the exams were delivered everywhere, the rest of the exam included.

${recoveryTable(run)}
`;
