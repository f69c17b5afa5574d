import type { Command } from 'commander';
import { z } from 'zod';
import { openOperations } from '../platform.js';
import type { ServiceName } from '../told-event.js';
import { changing, place, reasoned, serviceName, tell, type Changing } from './told.js';

const told = z.object({ facts: z.number(), messages: z.number() });
const said = z.object({ states: z.record(z.string(), z.number()) });

interface Options extends Changing {
  readonly from?: number | string;
  readonly to?: number | string;
  readonly type?: readonly string[];
  readonly states?: true | readonly string[];
}

const bound = (name: 'from' | 'to', value: number | string | undefined) => (value === undefined ? {} : { [typeof value === 'number' ? `${name}Position` : name]: value });

const facts = async (service: ServiceName, { from, to, type, dryRun = false, ...options }: Options): Promise<void> => {
  const body = { ...bound('from', from), ...bound('to', to), ...(type ? { types: type } : {}), dryRun, ...reasoned(options) };
  const done = told.parse(await (await openOperations()).carryOut(service, '/operations/replays', { body }));
  tell(`${done.facts} facts${dryRun ? ' would be told again in' : ' are told again in'} ${done.messages} messages.`, { ...done, dryRun }, options);
};

const states = async (service: ServiceName, topics: true | readonly string[], { dryRun = false, ...options }: Options): Promise<void> => {
  const body = { ...(topics === true ? {} : { topics }), dryRun, ...reasoned(options) };
  const done = said.parse(await (await openOperations()).carryOut(service, '/operations/replays/states', { body }));
  const all = Object.entries(done.states).map(([topic, count]) => `${count} of ${topic}`);
  tell(all.length === 0 ? `${service} keeps no states for a compacted topic.` : `The latest states${dryRun ? ' would be' : ' are'} told again: ${all.join(', ')}.`, { ...done, dryRun }, options);
};

const replay = (service: ServiceName, options: Options): Promise<void> => (options.states === undefined ? facts(service, options) : states(service, options.states, options));

/** `replay <service>`. */
export const replayCommand = (program: Command): void => {
  changing(
    program
      .command('replay')
      .argument('<service>', 'who says it', serviceName)
      .description('publishes again what stored events have said: the same ids and contents, which whoever has heard them drops')
      .option('--from <position or time>', 'the first (default: of all)', place)
      .option('--to <position or time>', 'the last', place)
      .option('--type <types...>', 'of stored events')
      .option('--states [topics...]', 'instead: the latest state of everything on compacted topics, for a new or wiped replica'),
  ).action(replay);
};
