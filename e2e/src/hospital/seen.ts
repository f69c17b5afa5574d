import { serviceNames } from '@osteon/local/platform';
import { z } from 'zod';
import type { Ask } from './person.js';
import { read } from './take-through.js';

const acquisition = z.object({
  acquisitionId: z.string(),
  studyInstanceUID: z.string(),
  version: z.number(),
  problems: z.array(z.object({ code: z.string(), sopInstanceUID: z.string().optional() })),
});
const acquisitions = z.object({ acquisitions: z.array(acquisition) });
const line = z.object({ status: z.string(), deliveries: z.array(z.object({ kind: z.string(), state: z.string() })) });
const delivery = z.object({ deliveryId: z.string(), version: z.number(), destination: z.object({ kind: z.string() }) });

/** The exams that the schedule has under an accession number. */
export const examsWith = async (desk: Ask, accessionNumber: string): Promise<readonly unknown[]> =>
  (await read(z.object({ exams: z.array(z.unknown()) }), desk(`/scheduling/exams?accessionNumber=${accessionNumber}`))).exams;

/** The exam's line on the schedule. */
export const lineOf = (desk: Ask, examId: string): Promise<z.infer<typeof line>> => read(line, desk(`/scheduling/exams/${examId}`));

/** The studies of an exam. */
export const acquisitionsOf = async (technologist: Ask, examId: string): Promise<readonly z.infer<typeof acquisition>[]> =>
  (await read(acquisitions, technologist(`/modality-gateway/acquisitions?examId=${examId}`))).acquisitions;

/** The study on the list of those that wait for a person to match them; undefined while it is not there. */
export const unmatched = async (desk: Ask, studyInstanceUID: string): Promise<z.infer<typeof acquisition> | undefined> =>
  (await read(acquisitions, desk('/modality-gateway/acquisitions'))).acquisitions.find((each) => each.studyInstanceUID === studyInstanceUID);

/** The front desk says which exam it is. */
export const matchByHand = async (desk: Ask, { acquisitionId, version }: z.infer<typeof acquisition>, examId: string): Promise<void> => {
  await read(z.object({ examId: z.literal(examId) }), desk(`/modality-gateway/acquisitions/${acquisitionId}/match`, { method: 'POST', version, body: { examId } }));
};

const item = z.object({ examId: z.string(), numbersMissing: z.boolean() });

/** The exam's line on the reading list; undefined while it is not there. */
export const readingListed = async (physician: Ask, examId: string): Promise<z.infer<typeof item> | undefined> =>
  (await read(z.object({ items: z.array(item) }), physician('/reading/reading-list'))).items.find((each) => each.examId === examId);

/** Where an exam's report stands on its way to the record system or the archive. */
export const deliveryOf = async (manager: Ask, examId: string, kind: 'emr' | 'pacs'): Promise<z.infer<typeof delivery>> => {
  const { deliveries } = await read(z.object({ deliveries: z.array(delivery) }), manager(`/delivery/deliveries?examId=${examId}`));
  const found = deliveries.find(({ destination }) => destination.kind === kind);
  if (!found) throw new Error(`exam ${examId} has no delivery to ${kind}`);
  return found;
};

const projections = z.object({ projections: z.array(z.object({ name: z.string() })) });
const verified = z.object({ projection: z.string(), facts: z.number(), rows: z.number(), missing: z.number(), surplus: z.number() });

/** How every projection of every service compares with what its facts alone make. */
export const projectionsVerified = async (operations: Ask): Promise<readonly z.infer<typeof verified>[]> => {
  const named = serviceNames.map(async (service) => {
    const { projections: all } = await read(projections, operations(`/${service}/operations/projections`));
    return Promise.all(all.map(({ name }) => read(verified, operations(`/${service}/operations/projections/${name}/verification`, { method: 'POST' }))));
  });
  return (await Promise.all(named)).flat();
};

const told = z.object({ facts: z.number(), messages: z.number() });
const outbox = z.object({ shards: z.array(z.unknown()) });
const consumers = z.object({ consumers: z.array(z.object({ partitions: z.array(z.object({ records: z.number() })) })) });

const ofEach = <T>(schema: z.ZodType<T>, operations: Ask, asked: readonly [path: string, body?: unknown]): Promise<T[]> => {
  const [path, body] = asked;
  return Promise.all(serviceNames.map((service) => read(schema, operations(`/${service}/operations/${path}`, body === undefined ? {} : { method: 'POST', body }))));
};

/** Has every service say again all that it has ever said. */
export const saidAgain = (operations: Ask): Promise<readonly z.infer<typeof told>[]> => ofEach(told, operations, ['replays', {}]);

/** Whether Kafka has everything, and everybody has heard all of it. */
export const allHeard = async (operations: Ask): Promise<boolean> => {
  const waiting = (await ofEach(outbox, operations, ['outbox'])).flatMap(({ shards }) => shards);
  const behind = (await ofEach(consumers, operations, ['consumers'])).flatMap((each) => each.consumers).flatMap(({ partitions }) => partitions);
  return waiting.length === 0 && behind.every(({ records }) => records === 0);
};
