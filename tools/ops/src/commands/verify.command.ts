import type { Command } from 'commander';
import { z } from 'zod';
import { columns } from '../columns.js';
import { openOperations, type Operations } from '../platform.js';
import { serviceNames, type ServiceName } from '../told-event.js';
import { FOUND, instant, serviceName, tell, type Telling } from './told.js';

/** What a service says of its projections. */
export const listed = z.object({ projections: z.array(z.object({ name: z.string(), aggregate: z.string(), tables: z.array(z.string()) })) });

const verified = z.object({ projection: z.string(), facts: z.number(), rows: z.number(), missing: z.number(), surplus: z.number() });
const object = z.object({ key: z.string(), streamId: z.string(), position: z.number() });
const page = z.object({ facts: z.number(), objects: z.number(), missing: z.array(object), changed: z.array(object), after: z.number().optional() });

/** How the tables of one projection differ from what its facts make. */
export const verifyProjection = async ({ ask }: Operations, service: ServiceName, name: string): Promise<z.infer<typeof verified>> =>
  verified.parse(await ask(`/${service}/operations/projections/${name}/verification`, {}));

const contractPage = z.object({
  facts: z.number(),
  messages: z.number(),
  misfits: z.array(z.object({ streamId: z.string(), position: z.number(), type: z.string(), why: z.string() })),
  after: z.number().optional(),
});

/** Every fact of a service as this release reads it, and what it says against its contracts. */
const contractsOf = async ({ ask }: Operations, service: ServiceName) => {
  const total = { service, facts: 0, messages: 0, misfits: new Array<z.infer<typeof contractPage>['misfits'][number]>() };
  for (let after: number | undefined = 0; after !== undefined; ) {
    const found: z.infer<typeof contractPage> = contractPage.parse(await ask(`/${service}/operations/published/contracts/verification`, { body: { after } }));
    total.facts += found.facts;
    total.messages += found.messages;
    total.misfits.push(...found.misfits);
    after = found.after;
    if (after !== undefined) console.error(`... ${total.facts} facts of ${service} so far`);
  }
  return total;
};

const projectionsOf = async (operations: Operations, services: readonly ServiceName[]) => {
  const all = (await operations.askEach(listed, 'projections')).filter(({ service }) => services.includes(service));
  const found = [];
  for (const { service, projections } of all) for (const { name } of projections) found.push({ service, ...(await verifyProjection(operations, service, name)) });
  return found;
};

const againstFacts = async (operations: Operations, wanted: ServiceName | undefined, options: Telling): Promise<void> => {
  const services = wanted === undefined ? serviceNames : [wanted];
  const projections = await projectionsOf(operations, services);
  const contracts = [];
  for (const service of services) contracts.push(await contractsOf(operations, service));
  const misfits = contracts.flatMap(({ service, misfits: own }) => own.map((each) => ({ service, ...each })));
  const rows = [
    ...projections.map(({ service, projection, facts, rows: held, missing, surplus }) => [
      service,
      projection,
      `${facts} facts`,
      `${held} rows`,
      missing + surplus === 0 ? 'as the facts make it' : `${missing} missing, ${surplus} that no fact makes`,
    ]),
    ...contracts.map(({ service, facts, messages, misfits: { length } }) => [service, '(contracts)', `${facts} facts`, `${messages} messages`, length === 0 ? 'fit' : `${length} misfit`]),
    ...misfits.map(({ service, streamId, position, type, why }) => [service, streamId, `position ${position}`, type, why]),
  ];
  tell(columns(rows).join('\n'), { projections, contracts }, options);
  if (misfits.length > 0 || projections.some(({ missing, surplus }) => missing + surplus > 0)) process.exitCode = FOUND;
};

type Lost = z.infer<typeof object> & { readonly service: ServiceName; readonly is: 'missing' | 'changed' };

const objectsOf = async ({ ask }: Operations, service: ServiceName) => {
  const total = { service, facts: 0, objects: 0, lost: new Map<string, Lost>() };
  for (let after: number | undefined = 0; after !== undefined; ) {
    const found: z.infer<typeof page> = page.parse(await ask(`/${service}/operations/objects/verification`, { body: { after } }));
    total.facts += found.facts;
    total.objects += found.objects;
    for (const is of ['missing', 'changed'] as const) for (const each of found[is]) if (!total.lost.has(each.key)) total.lost.set(each.key, { service, is, ...each });
    after = found.after;
    if (after !== undefined) console.error(`... ${total.facts} facts of ${service} so far`);
  }
  return total;
};

const objects = async (operations: Operations, wanted: ServiceName | undefined, options: Telling): Promise<void> => {
  const found = [];
  for (const service of wanted === undefined ? serviceNames : [wanted]) found.push(await objectsOf(operations, service));
  const lost = found.flatMap((each) => [...each.lost.values()]);
  const rows = [
    ...found.map(({ service, facts, objects: read, lost: { size } }) => [service, `${facts} facts`, `${read} objects read`, size === 0 ? 'all here, as their hashes say' : `${size} missing or changed`]),
    ...lost.map(({ service, is, key, streamId }) => [service, is, key, streamId]),
  ];
  tell(columns(rows).join('\n'), found.map(({ lost: own, ...each }) => ({ ...each, lost: [...own.values()] })), options);
  if (lost.length > 0) process.exitCode = FOUND;
};

const lostFact = z.object({ is: z.enum(['missing', 'other']), messageId: z.string(), type: z.string(), streamId: z.string(), streamVersion: z.number(), key: z.string(), at: z.string() });
const compared = z.object({ read: z.number(), lost: z.array(lostFact) });

const words = { missing: 'not stored', other: 'another fact in its place' } as const;

const published = async ({ ask }: Operations, wanted: ServiceName | undefined, { from, ...options }: Options): Promise<void> => {
  const found = [];
  for (const service of wanted === undefined ? serviceNames : [wanted])
    found.push({ service, ...compared.parse(await ask(`/${service}/operations/published/verification`, { body: from === undefined ? {} : { from } })) });
  const rows = [
    ...found.map(({ service, read, lost }) => [service, `${read} messages on Kafka`, lost.length === 0 ? 'every fact behind them is stored' : `${lost.length} facts are lost`, '']),
    ...found.flatMap(({ service, lost }) => lost.map(({ is, streamId, streamVersion, type, at }) => [service, `${streamId} ${streamVersion}`, `${words[is]}: ${type}`, at])),
  ];
  tell(columns(rows).join('\n'), found, options);
  if (found.some(({ lost }) => lost.length > 0)) process.exitCode = FOUND;
};

interface Options extends Telling {
  readonly objects?: boolean;
  readonly published?: boolean;
  readonly from?: string;
}

const verify = async (wanted: ServiceName | undefined, options: Options): Promise<void> => {
  const operations = await openOperations();
  if (options.objects) return objects(operations, wanted, options);
  return (options.published ? published : againstFacts)(operations, wanted, options);
};

/** `verify [service]`. */
export const verifyCommand = (program: Command): void => {
  program
    .command('verify')
    .argument('[service]', 'one service; without it all', serviceName)
    .description('folds every fact beside the tables in use, reads every fact as this release does, checks what it says against its contract, and says what differs (exit code 3)')
    .option('--objects', 'instead: reads every object that a fact names, and says which are missing or changed (exit code 3)')
    .option('--published', 'instead: compares what Kafka still keeps of what a service has said with what it has stored, and names what is lost (exit code 3)')
    .option('--from <time>', 'with --published: said from then on', instant)
    .option('--json', 'as JSON')
    .action(verify);
};
