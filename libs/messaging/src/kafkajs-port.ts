import kafkajs, { type Admin, type Kafka, type Producer, type TopicMessages } from 'kafkajs';
import { kafkaClient, type KafkaPlace } from './kafka-client.js';
import { BrokerAway, type KafkaPort, type KafkaRecord, type Lag } from './kafka-port.js';
import { consume } from './kafkajs-consumer.js';
import { readRange } from './kafkajs-reader.js';

export interface KafkaOptions extends KafkaPlace {
  /** Put before each topic and group, so that several sets share a broker (tests). */
  readonly prefix?: string;
  /** After a kill -9 the partitions wait this long for another member. */
  readonly sessionTimeoutMs?: number;
}

const byTopic = (records: readonly KafkaRecord[], prefix: string): TopicMessages[] =>
  [...new Set(records.map(({ topic }) => topic))].map((topic) => ({
    topic: prefix + topic,
    messages: records
      .filter((one) => one.topic === topic)
      .map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
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

const lagOf = async (admin: Admin, groupId: string, topic: string): Promise<Lag[]> => {
  const ends = await admin.fetchTopicOffsets(topic);
  const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
  return ends.map(({ partition, high, low }) => {
    const offset = BigInt(committed?.partitions.find((one) => one.partition === partition)?.offset ?? -1);
    return { topic, partition, records: Number(BigInt(high) - (offset < 0n ? BigInt(low) : offset)) };
  });
};

/** What the library says of a broker that does not answer, in our words. */
const asked = async <T>(answer: () => Promise<T>): Promise<T> => {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof kafkajs.KafkaJSError) throw new BrokerAway(error);
    throw error;
  }
};

const lagIn = (admin: Admin, group: string, topics: readonly string[]): Promise<Lag[]> =>
  asked(async () => {
    try {
      await admin.connect();
      return (await Promise.all(topics.map((topic) => lagOf(admin, group, topic)))).flat();
    } finally {
      await admin.disconnect();
    }
  });

/** Kafka through kafkajs. Opens connections when they are first needed. */
export const openKafka = (options: KafkaOptions): KafkaPort => {
  const kafka = kafkaClient(options);
  const prefix = options.prefix ?? '';
  return {
    ...publisher(kafka, prefix),
    consume: (subscription) => consume(kafka, { prefix, sessionTimeoutMs: options.sessionTimeoutMs ?? 30_000 }, subscription),
    read: (range, hear) => asked(() => readRange(kafka, prefix, range, hear)),
    lag: async (group, topics) => {
      const lags = await lagIn(
        kafka.admin(),
        prefix + group,
        topics.map((topic) => prefix + topic),
      );
      return lags.map((lag) => ({ ...lag, topic: lag.topic.slice(prefix.length) }));
    },
  };
};
