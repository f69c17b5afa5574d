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

/** kafkajs' own waiting for leaders throws where the metadata comes a moment late. */
const haveLeaders = async (admin: Admin, topics: string[]): Promise<boolean> =>
  admin.fetchTopicMetadata({ topics }).then(
    (answer) => answer.topics.every((one) => one.partitions.length === partitions && one.partitions.every(({ leader }) => leader >= 0)),
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
    while (!(await haveLeaders(admin, names))) await pause(50);
  } finally {
    await admin.disconnect();
  }
};
