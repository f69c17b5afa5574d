import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { type Consumer, type EachBatchPayload, type IHeaders, type Kafka, type KafkaMessage } from 'kafkajs';
import type { Consuming, HeardRecord, Subscription } from './kafka-port.js';

interface ConsumerOptions {
  readonly prefix: string;
  readonly sessionTimeoutMs: number;
}

const againAfterMs = 1000;

/** kafkajs hands out a list where a name came several times: the first counts, as CloudEvents allows one. */
const textOf = (value: IHeaders[string]): string => {
  const first = Array.isArray(value) ? value[0] : value;
  return first?.toString() ?? '';
};

/** A message of kafkajs in the words of the port. */
export const heardRecord = (topic: string, partition: number, message: KafkaMessage): HeardRecord => ({
  topic,
  partition,
  offset: message.offset,
  key: message.key?.toString() ?? '',
  headers: Object.fromEntries(Object.entries(message.headers ?? {}).map(([name, value]) => [name, textOf(value)])),
  value: message.value?.toString() ?? null,
});

const onBatch =
  (hear: Subscription['hear'], prefix: string) =>
  async ({
    batch,
    heartbeat,
    isRunning,
    isStale,
    pause: pausePartition,
    resolveOffset,
    commitOffsetsIfNecessary,
  }: EachBatchPayload): Promise<void> => {
    const records = batch.messages.map((message) => heardRecord(batch.topic.slice(prefix.length), batch.partition, message));
    let last: HeardRecord | undefined;
    const goesOn = async (): Promise<boolean> => {
      await heartbeat();
      return isRunning() && !isStale();
    };
    const done = (record: HeardRecord): void => {
      last = record;
      resolveOffset(record.offset);
    };
    // Waiting in here would hold up all partitions: kafkajs fetches again when the last batch of a fetch has ended.
    const again = (afterMs: number): void => {
      setTimeout(pausePartition(), afterMs).unref();
    };
    try {
      await hear(records, { goesOn, done, again });
    } finally {
      if (last) {
        const offset = String(BigInt(last.offset) + 1n);
        await commitOffsetsIfNecessary({
          topics: [{ topic: batch.topic, partitions: [{ partition: batch.partition, offset }] }],
        });
      }
    }
  };

/** What a broker that is away, is starting or has lost its coordinator makes of kafkajs; some of it says "not retriable". */
const passes = (error: unknown): boolean =>
  error instanceof kafkajs.KafkaJSError &&
  (error.retriable ||
    ['KafkaJSNumberOfRetriesExceeded', 'KafkaJSGroupCoordinatorNotFound', 'KafkaJSNoBrokerAvailableError'].includes(error.name));

/** Rejects when the consumer has crashed for good: without `restart` kafkajs leaves it dead while the process lives. */
const crashOf = (consumer: Consumer): Promise<never> =>
  new Promise((_, crashed) => {
    consumer.on('consumer.crash', ({ payload }) => {
      if (!payload.restart) crashed(payload.error);
    });
  });

/** Hears topics as a member of a group until it is stopped; begins again with a new consumer while Kafka is away. */
export const consume = (kafka: Kafka, { prefix, sessionTimeoutMs }: ConsumerOptions, subscription: Subscription): Consuming => {
  const stopping = new AbortController();
  const stopped = new Promise<void>((stop) => stopping.signal.addEventListener('abort', () => stop()));
  let joined = false;

  const run = async (consumer: Consumer): Promise<void> => {
    await consumer.connect();
    await consumer.subscribe({ topics: subscription.topics.map((topic) => prefix + topic), fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 12,
      eachBatch: onBatch(subscription.hear, prefix),
    });
  };

  const once = async (): Promise<void> => {
    const consumer = kafka.consumer({
      groupId: prefix + subscription.group,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: sessionTimeoutMs / 6,
      maxWaitTimeInMs: 500,
      allowAutoTopicCreation: false,
      retry: { retries: 5, restartOnFailure: () => Promise.resolve(true) },
    });
    consumer.on('consumer.group_join', () => (joined = true));
    consumer.on('consumer.crash', () => (joined = false));
    try {
      await Promise.race([crashOf(consumer), run(consumer).then(() => stopped)]);
    } finally {
      joined = false;
      await consumer.disconnect().catch(() => undefined);
    }
  };

  const untilStopped = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await once();
      } catch (error) {
        if (!passes(error)) return subscription.died(error);
        subscription.waits(error);
        await pause(againAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };
  const running = untilStopped();

  return {
    isJoined: () => joined,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};
