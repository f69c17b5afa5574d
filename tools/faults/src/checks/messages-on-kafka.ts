import { randomUUID } from 'node:crypto';
import { kafkaClient } from '@osteon/messaging/kafka-client';

const ends = async (brokers: readonly string[], topic: string): Promise<Map<number, bigint>> => {
  const admin = kafkaClient({ brokers, clientId: 'osteon-faults' }).admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return new Map(offsets.filter(({ low, high }) => BigInt(high) > BigInt(low)).map(({ partition, high }) => [partition, BigInt(high)]));
  } finally {
    await admin.disconnect();
  }
};

/** The ids of all messages of a topic, each once: a message that was sent again counts once. */
export const messagesOn = async (brokers: readonly string[], topic: string): Promise<ReadonlySet<string>> => {
  const missing = await ends(brokers, topic);
  const ids = new Set<string>();
  if (missing.size === 0) return ids;
  const consumer = kafkaClient({ brokers, clientId: 'osteon-faults' }).consumer({ groupId: `faults-${randomUUID()}` });
  await consumer.connect();
  try {
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      const eachMessage = ({ partition, message }: { partition: number; message: { offset: string; headers?: Record<string, unknown> } }): Promise<void> => {
        ids.add(String(message.headers?.['ce_id'] ?? ''));
        if (BigInt(message.offset) + 1n >= (missing.get(partition) ?? 0n)) missing.delete(partition);
        if (missing.size === 0) resolve();
        return Promise.resolve();
      };
      consumer.run({ autoCommit: false, eachMessage }).catch(reject);
    });
    return ids;
  } finally {
    await consumer.disconnect();
  }
};
