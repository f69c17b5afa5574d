import { setTimeout as pause } from 'node:timers/promises';
import { kafkaClient } from '@osteon/messaging/kafka-client';
import type { Admin, ITopicConfig } from 'kafkajs';

const eventTopics = ['scheduling.events', 'modality-gateway.events', 'reading.events', 'reporting.events', 'delivery.events'];
const compactedTopics = ['patients', 'sites'];

/** 12 for good: another number would send a key to another partition, and its order would be lost. */
const partitions = 12;
const keptMs = String(400 * 24 * 60 * 60 * 1000);

const topic = (name: string, settings: Readonly<Record<string, string>>): ITopicConfig => ({
  topic: name,
  numPartitions: partitions,
  configEntries: Object.entries(settings).map(([key, value]) => ({ name: key, value })),
});

/** Asked of the leaders themselves: the metadata names a leader a moment before it knows that it is one. */
const canBeUsed = (admin: Admin, names: readonly string[]): Promise<boolean> =>
  Promise.all(names.map((name) => admin.fetchTopicOffsets(name))).then(
    () => true,
    () => false,
  );

/** Makes those of Osteon's topics that are absent, and resolves when they can be used; `prefix` keeps several sets apart on one broker (tests). */
export const createTopics = async (brokers: readonly string[], prefix = ''): Promise<void> => {
  const admin = kafkaClient({ brokers, clientId: 'osteon-topics' }).admin();
  await admin.connect();
  try {
    const present = new Set(await admin.listTopics());
    const wanted = [
      ...eventTopics.map((name) => topic(prefix + name, { 'cleanup.policy': 'delete', 'retention.ms': keptMs })),
      ...compactedTopics.map((name) => topic(prefix + name, { 'cleanup.policy': 'compact', 'delete.retention.ms': keptMs })),
    ];
    const absent = wanted.filter(({ topic: name }) => !present.has(name));
    if (absent.length > 0) await admin.createTopics({ topics: absent, waitForLeaders: false });
    const names = wanted.map(({ topic: name }) => name);
    while (!(await canBeUsed(admin, names))) await pause(50);
  } finally {
    await admin.disconnect();
  }
};
