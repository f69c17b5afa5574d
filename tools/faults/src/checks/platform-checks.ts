import { join } from 'node:path';
import type { Api } from '@osteon/local/demo';
import { serviceNames } from '@osteon/local/platform';
import { z } from 'zod';
import type { Hospital } from '../exam/hospital.js';
import { persist } from '../exam/persist.js';
import { keptObjects, type Sent } from './kept-objects.js';
import { messagesOn } from './messages-on-kafka.js';

const names = z.object({ projections: z.array(z.object({ name: z.string() })) });
const verified = z.object({ missing: z.number(), surplus: z.number() });
const told = z.object({ facts: z.number(), messages: z.number() });
const outbox = z.object({ shards: z.array(z.unknown()) });
const consumers = z.object({ consumers: z.array(z.object({ partitions: z.array(z.object({ records: z.number() })) })) });

/** What went through the platform while it was struck. */
export interface Ledger {
  readonly sent: Sent[];
  /** Study Instance UIDs. */
  readonly studies: string[];
}

/** What is counted when all strikes have fallen. */
export interface Counted {
  readonly objectsAnswered: number;
  readonly objectsKept: number;
  /** Messages that stored events have said, and those of them found on Kafka. */
  readonly messagesSaid: number;
  readonly messagesOnKafka: number;
  readonly projections: number;
  /** Rows of projections that are not what their events make. */
  readonly rowsAstray: number;
  /** What reached record system and PACS when everything ever said was said again. */
  readonly repeatedOutside: number;
}

/** How much is not as it has to be; 0 where nothing is. */
export const wrongIn = ({ objectsAnswered, objectsKept, messagesSaid, messagesOnKafka, rowsAstray, repeatedOutside }: Counted): number =>
  objectsAnswered - objectsKept + Math.abs(messagesSaid - messagesOnKafka) + rowsAstray + repeatedOutside;

const projectionsOf = async (operations: Api, service: string): Promise<readonly z.infer<typeof verified>[]> => {
  const { projections } = names.parse(await operations.get(`/${service}/operations/projections`));
  const results: z.infer<typeof verified>[] = [];
  for (const { name } of projections) results.push(verified.parse(await operations.post(`/${service}/operations/projections/${name}/verification`, 0)));
  return results;
};

const allHeard = async (operations: Api): Promise<void> => {
  for (const service of serviceNames) {
    const waiting = outbox.parse(await operations.get(`/${service}/operations/outbox`)).shards.length;
    const behind = consumers.parse(await operations.get(`/${service}/operations/consumers`)).consumers.flatMap(({ partitions }) => partitions);
    if (waiting > 0 || behind.some(({ records }) => records > 0)) throw new Error(`${service} is behind`);
  }
};

const saidBy = async (operations: Api, service: string): Promise<number> => told.parse(await operations.post(`/${service}/operations/replays`, 0, { dryRun: true })).messages;

const sayAgain = async ({ peers }: Hospital, operations: Api, studies: readonly string[]): Promise<number> => {
  const outside = async (): Promise<number> => {
    const held = await Promise.all(studies.map((study) => peers.archive.held(study)));
    return peers.emr.received.length + held.reduce((sum, count) => sum + count, 0);
  };
  const before = await outside();
  for (const service of serviceNames) await operations.post(`/${service}/operations/replays`, 0, {});
  await persist('everything heard again', () => allHeard(operations));
  return (await outside()) - before;
};

/** Counts over the whole platform from the outside: on disk, on Kafka, at the peers, and by its own verification. */
export const countPlatform = async (hospital: Hospital, { sent, studies }: Ledger): Promise<Counted> => {
  const { platform } = hospital;
  const operations = await hospital.operations();
  await persist('everything heard', () => allHeard(operations));
  const brokers = platform.backing.brokers.split(',');
  const [said, found] = [new Map<string, number>(), new Map<string, number>()];
  for (const service of serviceNames) {
    said.set(service, await saidBy(operations, service));
    found.set(service, (await messagesOn(brokers, `${service}.events`)).size);
  }
  const repeatedOutside = await sayAgain(hospital, operations, studies);
  const projections = (await Promise.all(serviceNames.map((service) => projectionsOf(operations, service)))).flat();
  const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, each) => all + each, 0);
  return {
    objectsAnswered: sent.length,
    objectsKept: await keptObjects({ databaseUrl: platform.backing.databaseUrls['modality-gateway'], objects: join(platform.places.kept, 'objects') }, sent),
    messagesSaid: sum(said.values()),
    messagesOnKafka: sum(found.values()),
    projections: projections.length,
    rowsAstray: sum(projections.map(({ missing, surplus }) => missing + surplus)),
    repeatedOutside,
  };
};
