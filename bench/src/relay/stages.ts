import { startRelay, type HeardRecord, type KafkaPort, type KafkaRecord } from '@osteon/messaging';
import type { Schema } from '../database/schema.js';
import { timed } from '../measure/rate.js';
import { hearReviews, silent } from './drafts.js';

/** Resolves when it has been told as many as are wanted. */
const until = (wanted: number): { readonly told: (count: number) => void; readonly reached: Promise<void> } => {
  let reach = (): void => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  return { told: (count) => (count >= wanted ? reach() : undefined), reached };
};

/** The relay sends everything that waits in the outbox; what it sent, and how long it took (ms). */
export const relayed = async ({ transactions, pool }: Schema, kafka: KafkaPort, batch: number): Promise<{ ms: number; records: readonly KafkaRecord[] }> => {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from outbox where published_at is null');
  const all = until(rows[0]?.count ?? 0);
  const records: KafkaRecord[] = [];
  const publish = async (sent: readonly KafkaRecord[]): Promise<void> => {
    await kafka.publish(sent);
    records.push(...sent);
    all.told(records.length);
  };
  const { ms } = await timed(async () => {
    const relay = startRelay({ transactions, kafka: { publish }, log: silent, batch });
    await all.reached;
    await relay.stop();
  });
  return { ms, records };
};

/** The same records by whoever has them in memory (ms). */
export const published = async (records: readonly KafkaRecord[], kafka: KafkaPort, batch: number): Promise<number> => {
  const { ms } = await timed(async () => {
    for (let from = 0; from < records.length; from += batch) await kafka.publish(records.slice(from, from + batch));
  });
  return ms;
};

/** A service hears everything: inbox row, decision and fact of each message in one transaction. From the first to the last (ms). */
export const consumed = async (schema: Schema, kafka: KafkaPort, wanted: number): Promise<number> => {
  const [first, all] = [until(1), until(wanted)];
  const transport = hearReviews(schema, kafka, (count) => {
    first.told(count);
    all.told(count);
  });
  transport.listen(() => undefined);
  await first.reached;
  const { ms } = await timed(() => all.reached);
  await transport.close();
  return ms;
};

/** A group that does nothing hears everything. From the first to the last (ms). */
export const heard = async (kafka: KafkaPort, topic: string, wanted: number): Promise<number> => {
  const [first, all] = [until(1), until(wanted)];
  let count = 0;
  const hear = async (records: readonly HeardRecord[], { done }: { done(record: HeardRecord): void }): Promise<void> => {
    for (const record of records) done(record);
    first.told(1);
    count += records.length;
    all.told(count);
    await Promise.resolve();
  };
  const consuming = kafka.consume({ group: 'bench', topics: [topic], hear, waits: () => undefined, died: () => undefined });
  await first.reached;
  const { ms } = await timed(() => all.reached);
  await consuming.stop();
  return ms;
};
