import { randomUUID } from 'node:crypto';
import type { Admin, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { HeardRecord, Place, Range } from './kafka-port.js';
import { heardRecord } from './kafkajs-consumer.js';

/** One partition's part of a range; `end` is the first offset that is not read. */
interface Part {
  readonly partition: number;
  readonly first: bigint;
  readonly end: bigint;
}

/** So long may a broker give nothing before the reading is broken off. */
const PATIENCE_MS = 20_000;

const offsetsAt = async (admin: Admin, topic: string, ms: number): Promise<Map<number, bigint>> => {
  const found = await admin.fetchTopicOffsetsByTimestamp(topic, ms);
  return new Map(found.map(({ partition, offset }) => [partition, BigInt(offset)]));
};

/** The first offset that lies at or behind a place, by partition; `behind`: behind it. */
const placed = async (admin: Admin, topic: string, place: Place, behind: boolean): Promise<(partition: number) => bigint | undefined> => {
  const step = behind ? 1 : 0;
  if ('offset' in place) return () => BigInt(place.offset + step);
  const offsets = await offsetsAt(admin, topic, Date.parse(place.at) + step);
  return (partition) => offsets.get(partition);
};

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** The parts of a range that hold anything now. */
const partsOf = async (admin: Admin, topic: string, { partition: only, from, to }: Range): Promise<Part[]> => {
  const first = from && (await placed(admin, topic, from, false));
  const end = to && (await placed(admin, topic, to, true));
  const all = (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => ({
    partition,
    first: larger(BigInt(low), first?.(partition) ?? BigInt(low)),
    end: smaller(BigInt(high), end?.(partition) ?? BigInt(high)),
  }));
  return all.filter((part) => part.first < part.end && (only === undefined || part.partition === only));
};

/** Hears the parts through a consumer of a group that is nobody else's, and resolves when the last one is at its end. */
const hearParts = async (consumer: Consumer, parts: readonly Part[], { topic, heard }: { topic: string; heard: (payload: EachBatchPayload, part: Part) => Promise<bigint> }): Promise<void> => {
  const left = new Map(parts.map((part) => [part.partition, part]));
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise<void>((ended, failed) => {
    let silence = setTimeout(failed, PATIENCE_MS, new Error('the broker gives nothing of the range'));
    const each = async (payload: EachBatchPayload): Promise<void> => {
      const { partition } = payload.batch;
      const part = left.get(partition);
      if (!part) {
        payload.pause();
        return;
      }
      clearTimeout(silence);
      const reached = await heard(payload, part);
      if (reached >= part.end) left.delete(partition);
      if (left.size === 0) return ended();
      silence = setTimeout(failed, PATIENCE_MS, new Error('the broker gives no more of the range'));
    };
    const eachBatch = (payload: EachBatchPayload): Promise<void> =>
      each(payload).catch((error: unknown) => {
        clearTimeout(silence);
        left.clear();
        failed(error);
      });
    consumer.run({ autoCommit: false, eachBatchAutoResolve: true, partitionsConsumedConcurrently: 1, eachBatch }).then(() => {
      for (const { partition, first } of parts) consumer.seek({ topic, partition, offset: String(first) });
    }, failed);
  });
};

/** Reads a range of a topic, see KafkaPort.read. */
export const readRange = async (kafka: Kafka, prefix: string, range: Range, hear: (record: HeardRecord) => Promise<void>): Promise<void> => {
  const topic = prefix + range.topic;
  const groupId = `${prefix}read-${randomUUID()}`;
  const admin = kafka.admin();
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 200, allowAutoTopicCreation: false, retry: { retries: 5 } });
  const nexts = new Map<number, bigint>();
  const heard = async ({ batch, heartbeat }: EachBatchPayload, { partition, first, end }: Part): Promise<bigint> => {
    for (const message of batch.messages) {
      const offset = BigInt(message.offset);
      // Before the consumer has been put in its place it may begin elsewhere, and then come by again.
      if (offset < (nexts.get(partition) ?? first)) continue;
      if (offset >= end) return end;
      await hear(heardRecord(range.topic, partition, message));
      nexts.set(partition, offset + 1n);
      await heartbeat();
    }
    return nexts.get(partition) ?? first;
  };
  try {
    await admin.connect();
    const parts = await partsOf(admin, topic, range);
    if (parts.length > 0) await hearParts(consumer, parts, { topic, heard });
  } finally {
    await consumer.disconnect().catch(() => undefined);
    // A group without offsets goes by itself in the end.
    await admin.deleteGroups([groupId]).catch(() => undefined);
    await admin.disconnect();
  }
};
