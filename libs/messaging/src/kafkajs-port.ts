import type { Admin, Consumer, EachBatchPayload, IHeaders, Kafka, KafkaMessage, Producer, TopicMessages } from 'kafkajs';
import { kafkaClient, type KafkaPlace } from './kafka-client.js';
import type { Consuming, HeardRecord, KafkaPort, KafkaRecord, Lag, Subscription } from './kafka-port.js';

export interface KafkaOptions extends KafkaPlace {
  /** Put before each topic and group, so that several sets share a broker (tests). */
  readonly prefix?: string;
  /** After a kill -9 the partitions wait this long for another member. */
  readonly sessionTimeoutMs?: number;
}

/** kafkajs hands out a list where a name came several times: the first counts, as CloudEvents allows one. */
const textOf = (value: IHeaders[string]): string => {
  const first = Array.isArray(value) ? value[0] : value;
  return first?.toString() ?? '';
};

const heard = (topic: string, partition: number, message: KafkaMessage): HeardRecord => ({
  topic,
  partition,
  offset: message.offset,
  key: message.key?.toString() ?? '',
  headers: Object.fromEntries(Object.entries(message.headers ?? {}).map(([name, value]) => [name, textOf(value)])),
  value: message.value?.toString() ?? null,
});

const byTopic = (records: readonly KafkaRecord[], prefix: string): TopicMessages[] =>
  [...new Set(records.map(({ topic }) => topic))].map((topic) => ({
    topic: prefix + topic,
    messages: records.filter((one) => one.topic === topic).map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
  }));

/** An idempotent producer that is made anew after an error, because its sequence numbers are then uncertain. */
const publisher = (kafka: Kafka, prefix: string): Pick<KafkaPort, 'publish' | 'close'> => {
  let current: Promise<Producer> | undefined;
  const open = async (): Promise<Producer> => {
    const producer = kafka.producer({ idempotent: true, allowAutoTopicCreation: false, retry: { retries: 5 } });
    await producer.connect();
    return producer;
  };
  const close = async (): Promise<void> => {
    const closing = current;
    current = undefined;
    await closing?.then((producer) => producer.disconnect()).catch(() => undefined);
  };
  const publish = async (records: readonly KafkaRecord[]): Promise<void> => {
    current ??= open();
    try {
      await (await current).sendBatch({ acks: -1, topicMessages: byTopic(records, prefix) });
    } catch (error) {
      await close();
      throw error;
    }
  };
  return { publish, close };
};

const onBatch =
  (hear: Subscription['hear'], prefix: string) =>
  async ({ batch, heartbeat, isRunning, isStale, resolveOffset, commitOffsetsIfNecessary }: EachBatchPayload): Promise<void> => {
    const records = batch.messages.map((message) => heard(batch.topic.slice(prefix.length), batch.partition, message));
    let last: HeardRecord | undefined;
    const goesOn = async (): Promise<boolean> => {
      await heartbeat();
      return isRunning() && !isStale();
    };
    const done = (record: HeardRecord): void => {
      last = record;
      resolveOffset(record.offset);
    };
    try {
      await hear(records, { goesOn, done });
    } finally {
      if (last) {
        const offset = String(BigInt(last.offset) + 1n);
        await commitOffsetsIfNecessary({ topics: [{ topic: batch.topic, partitions: [{ partition: batch.partition, offset }] }] });
      }
    }
  };

const begin = async (consumer: Consumer, subscription: Subscription, prefix: string): Promise<Consuming> => {
  let stopping = false;
  // With `restart` kafkajs begins again by itself; without it the consumer stays dead while the process lives.
  consumer.on('consumer.crash', ({ payload }) => {
    if (!payload.restart && !stopping) subscription.died(payload.error);
  });
  await consumer.connect();
  await consumer.subscribe({ topics: subscription.topics.map((topic) => prefix + topic), fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: 12,
    eachBatch: onBatch(subscription.hear, prefix),
  });
  return {
    stop: async () => {
      stopping = true;
      await consumer.disconnect();
    },
  };
};

const lagOf = async (admin: Admin, groupId: string, topic: string): Promise<Lag[]> => {
  const ends = await admin.fetchTopicOffsets(topic);
  const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
  return ends.map(({ partition, high, low }) => {
    const offset = BigInt(committed?.partitions.find((one) => one.partition === partition)?.offset ?? -1);
    return { topic, partition, records: Number(BigInt(high) - (offset < 0n ? BigInt(low) : offset)) };
  });
};

/** Kafka through kafkajs. Opens connections when they are first needed. */
export const openKafka = (options: KafkaOptions): KafkaPort => {
  const kafka = kafkaClient(options);
  const prefix = options.prefix ?? '';
  return {
    ...publisher(kafka, prefix),
    consume: async (subscription) => {
      const consumer = kafka.consumer({
        groupId: prefix + subscription.group,
        sessionTimeout: options.sessionTimeoutMs ?? 30_000,
        heartbeatInterval: (options.sessionTimeoutMs ?? 30_000) / 6,
        maxWaitTimeInMs: 500,
        allowAutoTopicCreation: false,
        retry: { retries: 5, restartOnFailure: () => Promise.resolve(true) },
      });
      return begin(consumer, subscription, prefix).catch(async (error: unknown) => {
        await consumer.disconnect().catch(() => undefined);
        throw error;
      });
    },
    lag: async (group, topics) => {
      const admin = kafka.admin();
      try {
        await admin.connect();
        const lags = await Promise.all(topics.map((topic) => lagOf(admin, prefix + group, prefix + topic)));
        return lags.flat().map((lag) => ({ ...lag, topic: lag.topic.slice(prefix.length) }));
      } finally {
        await admin.disconnect();
      }
    },
  };
};
