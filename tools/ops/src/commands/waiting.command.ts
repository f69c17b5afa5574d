import type { Command } from 'commander';
import { z } from 'zod';
import { columns } from '../columns.js';
import { openOperations } from '../platform.js';
import { tell, type Telling } from './told.js';

const outbox = z.object({ shards: z.array(z.object({ shard: z.number(), waiting: z.number(), oldest: z.string() })) });

const status = async (options: Telling): Promise<void> => {
  const all = await (await openOperations()).askEach(outbox, 'outbox');
  const rows = all.map(({ service, shards }) => {
    const waiting = shards.reduce((sum, shard) => sum + shard.waiting, 0);
    const [oldest] = shards.map((shard) => shard.oldest).sort();
    return [service, waiting === 0 ? 'nothing waits' : `${waiting} wait, the oldest since ${oldest ?? ''}`];
  });
  tell(columns(rows).join('\n'), all, options);
};

/** `outbox status`: what waits for Kafka. */
export const waitingCommands = (program: Command): void => {
  program.command('outbox').description('messages that the broker has not taken yet').command('status').option('--json', 'as JSON').action(status);
};
