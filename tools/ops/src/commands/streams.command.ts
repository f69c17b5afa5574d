import { setTimeout as pause } from 'node:timers/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { columns } from '../columns.js';
import { openOperations, type Operations } from '../platform.js';
import { eventLine, timelineText } from '../timeline.js';
import { serviceNames, type ServiceName } from '../told-event.js';
import { FOUND, instant, queryOf, serviceName, tell, type Telling } from './told.js';

const listed = z.object({
  streams: z.array(z.object({ streamId: z.string(), kind: z.string(), facilityId: z.string(), facts: z.number(), lastType: z.string(), lastAt: z.string(), lastBy: z.string(), position: z.number() })),
});

interface Filter extends Telling {
  readonly type?: string;
  readonly since?: string;
  readonly before?: number;
}

const list = async (service: ServiceName | undefined, { type, since, before, ...telling }: Filter): Promise<void> => {
  const { ask } = await openOperations();
  const wanted = service === undefined ? serviceNames : [service];
  const all = await Promise.all(
    wanted.map(async (each) => ({ service: each, ...listed.parse(await ask(`/${each}/operations/streams?${queryOf({ type, since, before })}`)) })),
  );
  const rows = all.flatMap(({ service: of, streams }) =>
    streams.map(({ streamId, facts, lastType, lastAt, lastBy, facilityId, position }) => [lastAt, of, streamId, `${facts} events`, lastType, lastBy, facilityId, String(position)]),
  );
  tell(rows.length === 0 ? 'There is no such stream.' : columns(rows).join('\n'), all, telling);
  if (rows.length === 0) process.exitCode = FOUND;
};

const EVERY_MS = 500;

/** Tells each new event as a line until the process is ended; goes on through restarts of the services. */
const follow = async ({ stream }: Operations, id: string, { json }: Telling): Promise<never> => {
  let [after, isAway] = [0, false];
  for (;;) {
    const events = await stream(id, after).catch((error: unknown) => {
      if (!isAway) console.error(`${error instanceof Error ? error.message : 'no answer'}; asking again`);
      return undefined;
    });
    isAway = events === undefined;
    for (const event of events ?? []) console.log(json ? JSON.stringify(event) : eventLine(event));
    after = Math.max(after, ...(events ?? []).map(({ streamVersion }) => streamVersion));
    await pause(EVERY_MS);
  }
};

const show = async (id: string, options: Telling & { readonly follow?: boolean }): Promise<void> => {
  const operations = await openOperations();
  if (options.follow) {
    process.once('SIGINT', () => process.exit(0));
    return follow(operations, id, options);
  }
  const events = await operations.stream(id);
  tell(timelineText(events), events, options);
  if (events.length === 0) process.exitCode = FOUND;
};

const position = (value: string): number => {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('It is a position (a number).');
  return Number(value);
};

/** `streams list [service]` and `streams show <id>`. */
export const streamsCommands = (program: Command): void => {
  const streams = program.command('streams').description('stored events');
  streams
    .command('list')
    .argument('[service]', 'one service; without it all', serviceName)
    .description('the newest streams, fifty of each service (exit code 3 where there is none)')
    .option('--type <kind>', 'of streams, for example exam')
    .option('--since <time>', 'with an event from then on', instant)
    .option('--before <position>', 'to go on: the last column of the last line', position)
    .option('--json', 'as JSON')
    .action(list);
  streams
    .command('show')
    .argument('<id>', 'stream id, for example exam-<uuid>')
    .description('every event of a stream (exit code 3 where there is none)')
    .option('--follow', 'and each new one as it comes, until Ctrl-C')
    .option('--json', 'events as JSON, with their values; with --follow one a line')
    .action(show);
};
