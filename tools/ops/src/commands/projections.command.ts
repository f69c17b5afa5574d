import type { Command } from 'commander';
import { z } from 'zod';
import { columns } from '../columns.js';
import { openOperations } from '../platform.js';
import { serviceNames } from '../told-event.js';
import { FOUND, serviceName, tell, type Telling } from './told.js';

const listed = z.object({ projections: z.array(z.object({ name: z.string(), aggregate: z.string(), tables: z.array(z.string()) })) });
const verified = z.object({ projection: z.string(), facts: z.number(), rows: z.number(), missing: z.number(), surplus: z.number() });
const rebuilt = z.object({ projection: z.string(), facts: z.number() });

type Service = (typeof serviceNames)[number];

const projectionsOf = async (service: Service): Promise<z.infer<typeof listed>['projections']> =>
  listed.parse(await (await openOperations()).ask(`/${service}/operations/projections`)).projections;

const verify = async (service: Service, name: string): Promise<z.infer<typeof verified>> =>
  verified.parse(await (await openOperations()).ask(`/${service}/operations/projections/${name}/verification`, {}));

const list = async (options: Telling): Promise<void> => {
  const all = (await Promise.all(serviceNames.map(async (service) => (await projectionsOf(service)).map((each) => ({ service, ...each }))))).flat();
  tell(columns(all.map(({ service, name, aggregate, tables }) => [service, name, `of ${aggregate}`, tables.join(', ')])).join('\n'), all, options);
};

const verifyAll = async (service: Service | undefined, options: Telling): Promise<void> => {
  const found = [];
  for (const each of service ? [service] : serviceNames)
    for (const { name } of await projectionsOf(each)) found.push({ service: each, ...(await verify(each, name)) });
  const rows = found.map(({ service: of, projection, facts, rows: held, missing, surplus }) => [
    of,
    projection,
    `${facts} facts`,
    `${held} rows`,
    missing + surplus === 0 ? 'as the facts make it' : `${missing} missing, ${surplus} that no fact makes`,
  ]);
  tell(columns(rows).join('\n'), found, options);
  if (found.some(({ missing, surplus }) => missing + surplus > 0)) process.exitCode = FOUND;
};

const rebuild = async (service: Service, name: string, options: Telling & { readonly dryRun?: boolean }): Promise<void> => {
  if (options.dryRun) {
    const would = await verify(service, name);
    return tell(`A rebuild of ${name} would fold ${would.facts} facts, add ${would.missing} rows and take ${would.surplus} away.`, would, options);
  }
  const done = rebuilt.parse(await (await openOperations()).ask(`/${service}/operations/projections/${name}/rebuild`, {}));
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
