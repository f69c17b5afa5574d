import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { openOperations } from '../platform.js';
import { serviceName, tell, type Telling } from './told.js';

const told = z.object({ facts: z.number(), messages: z.number() });

/** A position in the store, or a time. */
const limit = (value: string): number | string => {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  const at = Date.parse(value);
  if (Number.isNaN(at)) throw new InvalidArgumentError('It is a position (a number) or a time (ISO 8601).');
  return new Date(at).toISOString();
};

interface Options extends Telling {
  readonly from?: number | string;
  readonly to?: number | string;
  readonly type?: readonly string[];
  readonly dryRun?: boolean;
}

const bound = (name: 'from' | 'to', value: number | string | undefined) => (value === undefined ? {} : { [typeof value === 'number' ? `${name}Position` : name]: value });

const replay = async (service: string, { from, to, type, dryRun = false, ...telling }: Options): Promise<void> => {
  const body = { ...bound('from', from), ...bound('to', to), ...(type ? { types: type } : {}), dryRun };
  const { facts, messages } = told.parse(await (await openOperations()).ask(`/${service}/operations/replays`, { body }));
  tell(`${facts} facts${dryRun ? ' would be told again in' : ' are told again in'} ${messages} messages.`, { facts, messages, dryRun }, telling);
};

/** `replay <service>`. */
export const replayCommand = (program: Command): void => {
  program
    .command('replay')
    .argument('<service>', 'who says it', serviceName)
    .description('publishes again what stored events have said: the same ids and contents, which whoever has heard them drops')
    .option('--from <position or time>', 'the first (default: of all)', limit)
    .option('--to <position or time>', 'the last', limit)
    .option('--type <types...>', 'of stored events')
    .option('--dry-run', 'count, and say nothing')
    .option('--json', 'as JSON')
    .action(replay);
};
