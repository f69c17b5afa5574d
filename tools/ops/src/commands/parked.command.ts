import type { Command } from 'commander';
import { z } from 'zod';
import { columns } from '../columns.js';
import { openOperations } from '../platform.js';
import type { ServiceName } from '../told-event.js';
import { changing, FOUND, reasoned, serviceName, tell, type Changing, type Telling } from './told.js';

const message = z.object({ id: z.string(), messageId: z.string(), reason: z.string(), detail: z.string() });
const parked = z.object({ keys: z.array(z.object({ topic: z.string(), key: z.string(), since: z.string(), messages: z.array(message) })) });
const released = z.object({ ran: z.number(), stoppedAt: z.string().optional() });
const shown = message.extend({
  topic: z.string(),
  key: z.string(),
  headers: z.record(z.string(), z.string()),
  form: z.array(z.string()).optional(),
  parkedAt: z.string(),
  skippedAt: z.string().optional(),
  behind: z.number(),
});

const list = async (options: Telling): Promise<void> => {
  const all = await (await openOperations()).askEach(parked, 'parked');
  const rows = all.flatMap(({ service, keys }) =>
    keys.flatMap(({ topic, key, messages }) => messages.map(({ id, reason, detail }) => [service, id, topic, key, reason, detail])),
  );
  tell(rows.length === 0 ? 'Nothing is parked.' : columns(rows).join('\n'), all, options);
  if (rows.length > 0) process.exitCode = FOUND;
};

const one = async (service: ServiceName, id: string) => shown.parse(await (await openOperations()).ask(`/${service}/operations/parked/${id}`));

const show = async (service: ServiceName, id: string, options: Telling): Promise<void> => {
  const found = await one(service, id);
  const { topic, key, reason, detail, parkedAt, skippedAt, behind, headers, form } = found;
  const rows = [
    ['where', `${service}, ${topic}, key ${key}`],
    ['why', `${reason}${detail === '' ? '' : `: ${detail}`}`],
    ['since', `${parkedAt}${skippedAt === undefined ? '' : `, skipped ${skippedAt}`}`],
    ['behind it', `${behind} of the same key wait`],
    ...Object.entries(headers).filter(([name]) => name.startsWith('ce_')),
    ...(form ?? ['no JSON']).map((field) => ['payload', field]),
  ];
  tell(columns(rows).join('\n'), found, options);
};

const ran = ({ ran: count, stoppedAt }: z.infer<typeof released>): string => `${count} ran${stoppedAt === undefined ? '' : `; message ${stoppedAt} still cannot be handled`}`;

const told = (done: z.infer<typeof released>, options: Telling): void => {
  tell(ran(done), done, options);
  if (done.stoppedAt !== undefined) process.exitCode = FOUND;
};

const release = async (service: ServiceName, topic: string, key: string, options: Changing): Promise<void> => {
  const { ask, carryOut } = await openOperations();
  if (options.dryRun) {
    const { keys } = parked.parse(await ask(`/${service}/operations/parked`));
    const messages = keys.find((each) => each.topic === topic && each.key === key)?.messages ?? [];
    return tell(`${messages.length} would run again, in their order.`, { messages }, options);
  }
  told(released.parse(await carryOut(service, '/operations/parked/releases', { body: { topic, key, ...reasoned(options) } })), options);
};

const skip = async (service: ServiceName, id: string, options: Changing & { readonly reason: string }): Promise<void> => {
  if (options.dryRun) {
    const found = await one(service, id);
    return tell(`Message ${id} (${found.reason}) would be left out for good, and ${found.behind} behind it would run.`, found, options);
  }
  const { carryOut } = await openOperations();
  told(released.parse(await carryOut(service, `/operations/parked/${id}/skip`, { body: { because: options.reason } })), options);
};

/** `parked list|show|release|skip`: what waits for a person. */
export const parkedCommands = (program: Command): void => {
  const group = program.command('parked').description('messages that could not be handled');
  group.command('list').description('all of them (exit code 3 where there are any)').option('--json', 'as JSON').action(list);
  group
    .command('show')
    .argument('<service>', 'where it is parked', serviceName)
    .argument('<id>', 'of the message')
    .description('where a message comes from, why it waits and of which form it is; none of its values')
    .option('--json', 'as JSON')
    .action(show);
  changing(
    group
      .command('release')
      .argument('<service>', 'where it is parked', serviceName)
      .argument('<topic>')
      .argument('<key>')
      .description('runs what waits under a key again, in its order (exit code 3 where one still cannot be handled)'),
  ).action(release);
  group
    .command('skip')
    .argument('<service>', 'where it is parked', serviceName)
    .argument('<id>', 'of the message')
    .requiredOption('--reason <text>', 'why it is left out for good')
    .description('leaves one message out and runs what waits behind it')
    .option('--dry-run', 'say what would come of it, and change nothing')
    .option('--json', 'as JSON')
    .action(skip);
};
