import type { Command } from 'commander';
import { z } from 'zod';
import { columns } from '../columns.js';
import { openOperations } from '../platform.js';
import { FOUND, serviceName, tell, type Telling } from './told.js';

const outbox = z.object({ shards: z.array(z.object({ shard: z.number(), waiting: z.number(), oldest: z.string() })) });
const lagging = z.object({ consumers: z.array(z.object({ group: z.string(), partitions: z.array(z.object({ topic: z.string(), partition: z.number(), records: z.number() })) })) });
const message = z.object({ id: z.string(), type: z.string().optional(), reason: z.string(), detail: z.string().optional() });
const parked = z.object({ keys: z.array(z.looseObject({ topic: z.string(), key: z.string(), messages: z.array(z.looseObject(message.shape)) })) });
const released = z.object({ ran: z.number(), stoppedAt: z.string().optional() });

const status = async (options: Telling): Promise<void> => {
  const all = await (await openOperations()).askEach(outbox, 'outbox');
  const rows = all.map(({ service, shards }) => {
    const waiting = shards.reduce((sum, shard) => sum + shard.waiting, 0);
    const [oldest] = shards.map((shard) => shard.oldest).sort();
    return [service, waiting === 0 ? 'nothing waits' : `${waiting} wait, the oldest since ${oldest ?? ''}`];
  });
  tell(columns(rows).join('\n'), all, options);
};

const lag = async (options: Telling): Promise<void> => {
  const all = (await (await openOperations()).askEach(lagging, 'consumers')).flatMap(({ consumers }) => consumers);
  const rows = all.flatMap(({ group, partitions }) =>
    [...new Set(partitions.map(({ topic }) => topic))].map((topic) => {
      const behind = partitions.filter((each) => each.topic === topic).reduce((sum, { records }) => sum + records, 0);
      return [group, topic, behind === 0 ? 'has heard everything' : `${behind} behind`];
    }),
  );
  tell(columns(rows).join('\n'), all, options);
};

const list = async (options: Telling): Promise<void> => {
  const all = await (await openOperations()).askEach(parked, 'parked');
  const rows = all.flatMap(({ service, keys }) =>
    keys.flatMap(({ topic, key, messages }) => messages.map(({ id, type, reason, detail }) => [service, id, topic, key, type ?? '', reason, detail ?? ''])),
  );
  tell(rows.length === 0 ? 'Nothing is parked.' : columns(rows).join('\n'), all, options);
  if (rows.length > 0) process.exitCode = FOUND;
};

const ran = ({ ran: count, stoppedAt }: z.infer<typeof released>): string => `${count} ran${stoppedAt === undefined ? '' : `; message ${stoppedAt} still cannot be handled`}`;

const release = async (service: string, topic: string, key: string, options: Telling): Promise<void> => {
  const done = released.parse(await (await openOperations()).ask(`/${service}/operations/parked/releases`, { body: { topic, key } }));
  tell(ran(done), done, options);
};

const skip = async (service: string, id: string, options: Telling & { readonly reason: string }): Promise<void> => {
  const done = released.parse(await (await openOperations()).ask(`/${service}/operations/parked/${id}/skip`, { body: { because: options.reason } }));
  tell(ran(done), done, options);
};

/** `outbox status`, `consumers lag`, `parked list|release|skip`: what waits for Kafka, for a consumer, for a person. */
export const waitingCommands = (program: Command): void => {
  program.command('outbox').description('messages that the broker has not taken yet').command('status').option('--json', 'as JSON').action(status);
  program.command('consumers').description('what is published and not heard yet').command('lag').option('--json', 'as JSON').action(lag);
  const group = program.command('parked').description('messages that could not be handled');
  group.command('list').description('all of them (exit code 3 where there are any)').option('--json', 'as JSON').action(list);
  group
    .command('release')
    .argument('<service>', 'where it is parked', serviceName)
    .argument('<topic>')
    .argument('<key>')
    .description('runs what waits under a key again, in its order')
    .option('--json', 'as JSON')
    .action(release);
  group
    .command('skip')
    .argument('<service>', 'where it is parked', serviceName)
    .argument('<id>', 'of the message')
    .requiredOption('--reason <text>', 'why it is left out for good')
    .description('leaves one message out and runs what waits behind it')
    .option('--json', 'as JSON')
    .action(skip);
};
