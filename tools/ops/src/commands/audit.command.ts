import type { Command } from 'commander';
import { z } from 'zod';
import { columns } from '../columns.js';
import { openOperations } from '../platform.js';
import { serviceNames, type ServiceName } from '../told-event.js';
import { instant, queryOf, serviceName, tell, type Telling } from './told.js';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const operation = z.object({
  operationId: z.string(),
  what: z.string(),
  target: z.record(z.string(), value),
  by: z.string(),
  begunAt: z.string(),
  endedAt: z.string().optional(),
  outcome: z.string(),
  counts: z.record(z.string(), z.number()),
  why: z.string().optional(),
  reason: z.string().optional(),
  progress: z.number().optional(),
});
const listed = z.object({ operations: z.array(operation) });

type Operation = z.infer<typeof operation>;

const named = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([name, each]) => `${name} ${String(each)}`)
    .join(', ');

const outcomeOf = ({ outcome, counts, why, progress }: Operation): string => {
  if (outcome === 'done') return named(counts);
  if (outcome === 'failed') return `failed: ${why ?? 'unknown'}`;
  return `no outcome yet${progress === undefined ? '' : `, ${progress} so far`}`;
};

interface Filter extends Telling {
  readonly what?: string;
  readonly since?: string;
}

const list = async (service: ServiceName | undefined, { what, since, ...telling }: Filter): Promise<void> => {
  const { ask } = await openOperations();
  const wanted = service === undefined ? serviceNames : [service];
  const all = await Promise.all(wanted.map(async (each) => listed.parse(await ask(`/${each}/operations/audit?${queryOf({ what, since })}`)).operations.map((one) => ({ service: each, ...one }))));
  const newest = all.flat().sort((a, b) => b.begunAt.localeCompare(a.begunAt));
  const rows = newest.map((one) => [one.begunAt, one.by, one.service, one.what, named(one.target), outcomeOf(one), one.reason ?? '']);
  tell(rows.length === 0 ? 'Nothing was done.' : columns(rows).join('\n'), newest, telling);
};

/** `audit list [service]`. */
export const auditCommands = (program: Command): void => {
  program
    .command('audit')
    .description('what operations have had done')
    .command('list')
    .argument('[service]', 'one service; without it all', serviceName)
    .description('the newest first, fifty of each service: when, by whom, where, what, to what, what came of it, why')
    .option('--what <kind>', 'rebuild, replay, replay-states, refeed, release, skip or resend')
    .option('--since <time>', 'begun from then on', instant)
    .option('--json', 'as JSON')
    .action(list);
};
