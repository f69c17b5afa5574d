import type { Command } from 'commander';
import { z } from 'zod';
import { columns } from '../columns.js';
import { openOperations } from '../platform.js';
import type { ServiceName } from '../told-event.js';
import { changing, reasoned, serviceName, tell, type Changing, type Telling } from './told.js';
import { listed, verifyProjection } from './verify.command.js';

const rebuilt = z.object({ projection: z.string(), facts: z.number() });

const list = async (options: Telling): Promise<void> => {
  const services = await (await openOperations()).askEach(listed, 'projections');
  const all = services.flatMap(({ service, projections }) => projections.map((each) => ({ service, ...each })));
  tell(columns(all.map(({ service, name, aggregate, tables }) => [service, name, `of ${aggregate}`, tables.join(', ')])).join('\n'), all, options);
};

const rebuild = async (service: ServiceName, name: string, options: Changing): Promise<void> => {
  const operations = await openOperations();
  if (options.dryRun) {
    const would = await verifyProjection(operations, service, name);
    return tell(`A rebuild of ${name} would fold ${would.facts} facts, add ${would.missing} rows and take ${would.surplus} away.`, would, options);
  }
  const done = rebuilt.parse(await operations.carryOut(service, `/operations/projections/${name}/rebuild`, { body: reasoned(options) }));
  tell(`${name} is made again of ${done.facts} facts.`, done, options);
};

/** `projections list` and `rebuild <service> <projection>`. */
export const projectionCommands = (program: Command): void => {
  program.command('projections').description('read models and claims').command('list').option('--json', 'as JSON').action(list);
  changing(
    program
      .command('rebuild')
      .argument('<service>', 'whose projection', serviceName)
      .argument('<projection>', 'its name, as projections list shows it')
      .description('folds every fact of a projection again and puts the result in place, while the service goes on'),
  ).action(rebuild);
};
