import { setTimeout as pause } from 'node:timers/promises';
import { refusals, refuse, type EventStore, type Told, type Transaction } from '@osteon/event-store';
import type { HeardConsumer } from './consumers.js';
import { heardFrom } from './heard-from.js';
import type { HeardRecord, KafkaPort, Range } from './kafka-port.js';
import type { Listener } from './listener.js';
import type { ReplicaFeed } from './replica.js';

export const refeedRefusals = refusals({
  CONSUMER_UNKNOWN: { kind: 'absent', sentence: 'This service has no such consumer.' },
  AGAIN_DECIDES_FACTS: {
    kind: 'conflict',
    sentence: 'This consumer decides facts: what it has handled it never handles again. Only a consumer that keeps copies can hear the same twice on purpose.',
  },
  WORLD_BROKEN: { kind: 'conflict', sentence: 'The database or the broker is away. What was fed stays; feed the same range again later.' },
});

/** Which messages are fed to which consumer again. */
export interface Refeed extends Omit<Range, 'topic'> {
  readonly consumer: string;
  /** Also what was handled before: for consumers that only keep copies. An older state still never replaces a newer one. */
  readonly again?: boolean;
}

/** What came of the messages of a range that are this consumer's. */
export interface Refed {
  readonly read: number;
  /** Had their effect now. */
  readonly handled: number;
  /** Had it before, or are older than what is known. */
  readonly skipped: number;
  /** Wait for a person, with a reason. */
  readonly parked: number;
}

export interface RefeedParts {
  readonly store: Pick<EventStore, 'transact'>;
  readonly kafka: Pick<KafkaPort, 'read'>;
  readonly consumers: readonly HeardConsumer[];
  /** By topic. */
  readonly replicas: ReadonlyMap<string, ReplicaFeed>;
  /** A listener of its own for each feeding: it counts its own tries. */
  readonly listens: (again: boolean) => Listener;
}

type Came = keyof Omit<Refed, 'read'>;

/** A broken world is waited for so often, up to two seconds each time. */
const MOST_WAITS = 15;

const cameOf = { heard: 'handled', known: 'skipped', parked: 'parked', nobody: 'skipped' } as const satisfies Record<string, Came>;

const feeding = ({ hear }: Listener) => async (record: HeardRecord): Promise<Came> => {
  for (let waits = 0; waits < MOST_WAITS; waits += 1) {
    const outcome = await hear(record);
    if (outcome.is !== 'again') return cameOf[outcome.is];
    await pause(outcome.afterMs);
  }
  return refuse(refeedRefusals.WORLD_BROKEN);
};

const lookedUp = `
  select exists (select from inbox where message_id = $1) as known, exists (select from parked_keys where topic = $2 and key = $3) as behind`;

const inInbox = async (tx: Transaction, { topic, key, headers }: HeardRecord): Promise<Came> => {
  const [found] = await tx.query<{ known: boolean; behind: boolean }>(lookedUp, [headers.ce_id, topic, key]);
  if (found?.known) return 'skipped';
  return found?.behind ? 'parked' : 'handled';
};

/** What would come of a record, as far as that can be seen without handling it: a rule may still refuse. */
const foretelling = ({ replicas, store, listens }: RefeedParts, again: boolean) => {
  const listener = listens(again);
  return async (record: HeardRecord): Promise<Came> => {
    const replica = replicas.get(record.topic);
    try {
      const from = heardFrom(record);
      const body = listener.dataOf(record, from);
      return await store.transact(listener.contextFrom(from), async ({ tx }): Promise<Came> => {
        if (!replica) return inInbox(tx, record);
        return (await replica.isNews(tx, { key: from.key, version: from.streamVersion, body, again })) ? 'handled' : 'skipped';
      });
    } catch (error) {
      if (listener.isMisfit(error)) return 'parked';
      throw error;
    }
  };
};

/** Feeds what Kafka still keeps to one consumer again, on the way that every message takes: one effect each, whatever comes twice. */
export const refeeding = (parts: RefeedParts) => {
  const { kafka, consumers, listens } = parts;
  return async ({ consumer: wanted, again = false, ...range }: Refeed, { dryRun, told }: { readonly dryRun: boolean; readonly told?: Told }): Promise<Refed> => {
    const consumer = consumers.find(({ name, type }) => name === wanted || type === wanted) ?? refuse(refeedRefusals.CONSUMER_UNKNOWN);
    if (again && consumer.writes !== 'replica') refuse(refeedRefusals.AGAIN_DECIDES_FACTS);
    const fed = { read: 0, handled: 0, skipped: 0, parked: 0 };
    const feed = dryRun ? foretelling(parts, again) : feeding(listens(again));
    await kafka.read({ ...range, topic: consumer.topic }, async (record) => {
      if (record.headers.ce_type !== consumer.type) return;
      fed[await feed(record)] += 1;
      fed.read += 1;
      told?.(fed.read);
    });
    return fed;
  };
};
