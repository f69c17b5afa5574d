import type { Command } from 'commander';
import { z } from 'zod';
import { columns } from '../columns.js';
import { openOperations } from '../platform.js';
import { changing, FOUND, reasoned, tell, type Changing, type Telling } from './told.js';

const delivery = z.object({
  deliveryId: z.string(),
  examId: z.string(),
  revision: z.number(),
  facilityId: z.string(),
  state: z.string(),
  attempts: z.number(),
  version: z.number(),
  destination: z.object({ kind: z.string(), id: z.string() }),
  identity: z.string().optional(),
  answer: z.string().optional(),
  plannedAt: z.string(),
  dueAt: z.string().optional(),
});
const listed = z.object({ deliveries: z.array(delivery) });

const notDelivered = async () => {
  const operations = await openOperations();
  return { operations, ...listed.parse(await operations.ask('/delivery/deliveries/waiting')) };
};

const list = async (options: Telling): Promise<void> => {
  const { deliveries } = await notDelivered();
  const rows = deliveries.map(({ deliveryId, state, destination, plannedAt, attempts, answer, dueAt }) => [
    deliveryId,
    state,
    destination.id,
    `waiting since ${plannedAt}`,
    `${attempts} attempts`,
    answer ?? '',
    dueAt === undefined ? 'not by itself' : `next ${dueAt}`,
  ]);
  tell(rows.length === 0 ? 'Every report has arrived.' : columns(rows).join('\n'), deliveries, options);
  if (rows.length > 0) process.exitCode = FOUND;
};

const resend = async (deliveryId: string, options: Changing): Promise<void> => {
  const { operations, deliveries } = await notDelivered();
  const found = deliveries.find((each) => each.deliveryId === deliveryId);
  if (!found) throw new Error('No such delivery waits: it has arrived, or there is none.');
  const { state, identity, version } = found;
  if (options.dryRun) return tell(`${state}; it would be sent ${identity === undefined ? 'for the first time' : `again under ${identity}`}.`, found, options);
  await operations.carryOut('delivery', `/deliveries/${deliveryId}/resend`, { body: reasoned(options), version });
  tell(`It is sent ${identity === undefined ? 'for the first time' : `again under ${identity}`}.`, { deliveryId, identity }, options);
};

/** `deliveries list|resend`: reports that have not arrived. */
export const deliveriesCommands = (program: Command): void => {
  const deliveries = program.command('deliveries').description('reports on their way');
  deliveries.command('list').description('all that have not arrived, the longest waiting first (exit code 3 where there are any)').option('--json', 'as JSON').action(list);
  changing(deliveries.command('resend').argument('<id>', 'of a parked or refused delivery').description('sends it again, as the same message under the same identity')).action(resend);
};
