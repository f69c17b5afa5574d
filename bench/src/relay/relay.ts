import { delivery } from '@osteon/contracts';
import { openKafka } from '@osteon/messaging';
import { durability, openSchema, type Place, type Schema } from '../database/schema.js';
import { atNine, examIdOf, openStudies, review, studies } from '../database/studies.js';
import { figure, ratio, spread } from '../measure/figures.js';
import { perSecond } from '../measure/rate.js';
import type { Report } from '../measure/report.js';
import type { Size } from '../measure/run-bench.js';
import { consumed, heard, published, relayed } from './stages.js';

/** Who says and who hears, each with its tables, and the broker between them. */
export interface Line {
  readonly says: Place;
  readonly hears: Place;
  readonly brokers: readonly string[];
  /** Makes a set of Osteon's topics that nobody has used, and says what stands before their names. */
  readonly freshTopics: () => Promise<string>;
}

interface Ends extends Pick<Line, 'brokers' | 'freshTopics'> {
  readonly says: Schema;
  readonly hears: Schema;
}

const reviewsOfStudy = 20;
/** Of the same set and as many partitions, and nobody else's in a measurement. */
const peerTopic = delivery.ReportDelivered.topic;

/** Fills the outbox as the service does. */
const fillOutbox = async (schema: Schema, count: number): Promise<void> => {
  await schema.pool.query('truncate events, outbox');
  const store = openStudies(schema);
  for (let study = 0; study * reviewsOfStudy < count; study += 1) {
    const examId = examIdOf(study);
    await store.decide(studies, examId, review(examId, reviewsOfStudy), atNine);
  }
};

interface Found {
  readonly relayed: number;
  readonly published: number;
  readonly consumed: number;
  readonly heard: number;
}

const batches = [100, 500] as const;

/** One round with topics of its own: what was relayed is what is then heard, and is published a second time beside it. */
const measureOnce = async ({ says, hears, brokers, freshTopics }: Ends, count: number, batch: number): Promise<Found> => {
  const prefix = await freshTopics();
  await hears.pool.query('truncate events, outbox, inbox');
  await fillOutbox(says, count);
  const kafka = openKafka({ brokers, clientId: 'bench', prefix });
  const peer = openKafka({ brokers, clientId: 'bench-peer', prefix });
  try {
    const sent = await relayed(says, kafka, batch);
    return {
      relayed: perSecond({ count, ms: sent.ms }),
      published: perSecond({ count, ms: await published(sent.records.map((record) => ({ ...record, topic: peerTopic })), peer, batch) }),
      consumed: perSecond({ count, ms: await consumed(hears, kafka, count) }),
      heard: perSecond({ count, ms: await heard(peer, peerTopic, count) }),
    };
  } finally {
    await kafka.close();
    await peer.close();
  }
};

const rowsOf = (batch: number, found: readonly Found[]): string[][] => {
  const of = (which: keyof Found): number[] => found.map((each) => each[which]);
  const row = (what: string, own: keyof Found, peer: keyof Found): string[] => [what, spread(of(own)), spread(of(peer)), figure(ratio(of(own), of(peer)))];
  return [row(`relay, batches of ${batch}`, 'relayed', 'published'), row(`consume what was relayed so`, 'consumed', 'heard')];
};

/** Relays an outbox to Kafka and hears it, each beside Kafka with nothing of Osteon around it. Both schemas have the tables of messaging. */
export const measureRelay = async (line: Line, { isShort, rounds }: Size): Promise<readonly Report[]> => {
  const says = await openSchema(line.says);
  const hears = await openSchema(line.hears);
  try {
    const count = isShort ? 100 : 20_000;
    const rows: string[][] = [];
    for (const batch of isShort ? batches.slice(0, 1) : batches) {
      const found: Found[] = [];
      for (let round = 0; round < rounds; round += 1) found.push(await measureOnce({ ...line, says, hears }, count, batch));
      rows.push(...rowsOf(batch, found));
    }
    return [
      {
        title: 'Relay and consume',
        durable: `what Postgres keeps: ${await durability(says)}; what Kafka keeps: acks of all replicas, here of one broker that leaves flushing to the system`,
        notes: [
          `${count.toLocaleString('en')} messages (ScanReviewed, 440 bytes and 11 headers) on 12 partitions. Relay: read from the outbox, sent, marked as sent. Consume: inbox row, contract, decision and fact of each message in a transaction of its own.`,
          'Kafka: the same records sent from memory in batches of the same size, and heard by a group that does nothing. From the first message heard to the last.',
        ],
        head: ['messages a second', 'Osteon', 'Kafka alone', 'ratio'],
        rows,
        floors: [],
      },
    ];
  } finally {
    await says.close();
    await hears.close();
  }
};
