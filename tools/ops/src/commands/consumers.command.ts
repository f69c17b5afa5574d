import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { columns } from '../columns.js';
import { openOperations } from '../platform.js';
import { serviceNames, type ServiceName } from '../told-event.js';
import { changing, FOUND, place, reasoned, tell, type Changing, type Telling } from './told.js';

const lagging = z.object({ consumers: z.array(z.object({ group: z.string(), partitions: z.array(z.object({ topic: z.string(), partition: z.number(), records: z.number() })) })) });
const hearing = z.object({ heard: z.array(z.object({ name: z.string(), group: z.string(), topic: z.string(), type: z.string(), writes: z.string() })) });
const refed = z.object({ read: z.number(), handled: z.number(), skipped: z.number(), parked: z.number() });

const list = async (options: Telling): Promise<void> => {
  const all = (await (await openOperations()).askEach(hearing, 'consumers/heard')).flatMap(({ service, heard }) => heard.map((each) => ({ consumer: `${service}:${each.name}`, ...each })));
  tell(columns(all.map(({ consumer, topic, type, writes }) => [consumer, topic, type, writes])).join('\n'), all, options);
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

interface Consumer {
  readonly service: ServiceName;
  readonly name: string;
}

const consumer = (value: string): Consumer => {
  const service = serviceNames.find((each) => value.startsWith(`${each}:`));
  if (service === undefined) throw new InvalidArgumentError('It is <service>:<name>, as consumers list shows it.');
  return { service, name: value.slice(service.length + 1) };
};

const number = (value: string): number => {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('It is a number.');
  return Number(value);
};

interface Range extends Changing {
  readonly from: number | string;
  readonly to?: number | string;
  readonly partition?: number;
  readonly again?: boolean;
}

const bound = (name: 'from' | 'to', value: number | string | undefined) => (value === undefined ? {} : { [typeof value === 'number' ? `${name}Offset` : name]: value });

const refeed = async ({ service, name }: Consumer, options: Range): Promise<void> => {
  const { from, to, partition, again = false, dryRun = false } = options;
  const body = { ...bound('from', from), ...bound('to', to), ...(partition === undefined ? {} : { partition }), again, dryRun, ...reasoned(options) };
  const operations = await openOperations();
  const done = refed.parse(await operations.carryOut(service, `/operations/consumers/${encodeURIComponent(name)}/refeeds`, { body }));
  const would = dryRun ? 'would be ' : '';
  tell(`${done.read} messages: ${done.handled} ${would}handled, ${done.skipped} ${would}skipped as known, ${done.parked} ${would}parked.`, { ...done, dryRun }, options);
  if (done.parked > 0) process.exitCode = FOUND;
};

/** `consumers list|lag` and `refeed <consumer>`. */
export const consumersCommands = (program: Command): void => {
  const consumers = program.command('consumers').description('who hears what');
  consumers.command('list').description('every consumer with what it hears, and whether it decides facts or keeps a replica').option('--json', 'as JSON').action(list);
  consumers.command('lag').description('what is published and not heard yet').option('--json', 'as JSON').action(lag);
  changing(
    program
      .command('refeed')
      .argument('<consumer>', '<service>:<name>, as consumers list shows it', consumer)
      .description('feeds what Kafka still keeps to one consumer again: what it has handled is skipped, what it has not is handled (exit code 3 where something is parked)')
      .requiredOption('--from <offset or time>', 'the first; an offset counts in each partition', place)
      .option('--to <offset or time>', 'the last (default: all that is there now)', place)
      .option('--partition <n>', 'one partition alone', number)
      .option('--again', 'what was handled too; for a replica alone'),
  ).action(refeed);
};
