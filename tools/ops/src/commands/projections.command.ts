import type { Command } from 'commander';
import { z } from 'zod';
import { columns } from '../columns.js';
import { openOperations, type Operations } from '../platform.js';
import type { ServiceName } from '../told-event.js';
import { FOUND, serviceName, tell, type Telling } from './told.js';

const listed = z.object({ projections: z.array(z.object({ name: z.string(), aggregate: z.string(), tables: z.array(z.string()) })) });
const verified = z.object({ projection: z.string(), facts: z.number(), rows: z.number(), missing: z.number(), surplus: z.number() });
const rebuilt = z.object({ projection: z.string(), facts: z.number() });

const verify = async ({ ask }: Operations, service: ServiceName, name: string): Promise<z.infer<typeof verified>> =>
  verified.parse(await ask(`/${service}/operations/projections/${name}/verification`, {}));

const list = async (options: Telling): Promise<void> => {
  const services = await (await openOperations()).askEach(listed, 'projections');
  const all = services.flatMap(({ service, projections }) => projections.map((each) => ({ service, ...each })));
  tell(columns(all.map(({ service, name, aggregate, tables }) => [service, name, `of ${aggregate}`, tables.join(', ')])).join('\n'), all, options);
};

const verifyAll = async (wanted: ServiceName | undefined, options: Telling): Promise<void> => {
  const operations = await openOperations();
  const services = (await operations.askEach(listed, 'projections')).filter(({ service }) => wanted === undefined || service === wanted);
  const found = [];
  for (const { service, projections } of services)
    for (const { name } of projections) found.push({ service, ...(await verify(operations, service, name)) });
  const rows = found.map(({ service, projection, facts, rows: held, missing, surplus }) => [
    service,
    projection,
    `${facts} facts`,
    `${held} rows`,
    missing + surplus === 0 ? 'as the facts make it' : `${missing} missing, ${surplus} that no fact makes`,
  ]);
  tell(columns(rows).join('\n'), found, options);
  if (found.some(({ missing, surplus }) => missing + surplus > 0)) process.exitCode = FOUND;
};

const rebuild = async (service: ServiceName, name: string, options: Telling & { readonly dryRun?: boolean }): Promise<void> => {
  const operations = await openOperations();
  if (options.dryRun) {
    const would = await verify(operations, service, name);
    return tell(`A rebuild of ${name} would fold ${would.facts} facts, add ${would.missing} rows and take ${would.surplus} away.`, would, options);
  }
  const done = rebuilt.parse(await operations.ask(`/${service}/operations/projections/${name}/rebuild`, {}));
  tell(`${name} is made again of ${done.facts} facts.`, done, options);
};

/** `projections list`, `verify [service]`, `rebuild <service> <projection>`. */
export const projectionCommands = (program: Command): void => {
  program.command('projections').description('read models and claims').command('list').option('--json', 'as JSON').action(list);
  program
    .command('verify')
    .argument('[service]', 'one service; without it all', serviceName)
    .description('folds every fact beside the tables in use and says where they differ (exit code 3)')
    .option('--json', 'as JSON')
    .action(verifyAll);
  program
    .command('rebuild')
    .argument('<service>', 'whose projection', serviceName)
    .argument('<projection>', 'its name, as projections list shows it')
    .description('folds every fact of a projection again and puts the result in place, while the service goes on')
    .option('--dry-run', 'say what would change')
    .option('--json', 'as JSON')
    .action(rebuild);
};
