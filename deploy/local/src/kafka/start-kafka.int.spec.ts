import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaClient } from '@osteon/messaging/kafka-client';
import { createTopics } from './create-topics.js';
import { startKafka, type RunningKafka } from './start-kafka.js';

const listen = async (): Promise<{ port: number; close: () => Promise<void> }> => {
  const server = createServer();
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  return { port: (server.address() as AddressInfo).port, close: () => new Promise((closed) => server.close(() => closed())) };
};

const freePort = async (): Promise<number> => {
  const { port, close } = await listen();
  await close();
  return port;
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('Kafka on one machine', () => {
  let dataFolder: string;
  const started: RunningKafka[] = [];

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'osteon-kafka-'));
  });

  afterAll(async () => {
    for (const kafka of started) await kafka.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('names a port that is taken', async () => {
    const taken = await listen();
    await expect(startKafka({ dataFolder, port: taken.port, controllerPort: await freePort() })).rejects.toThrow(
      `127.0.0.1:${taken.port}: the port is taken`,
    );
    await taken.close();
  });

  it('ends a broker that an earlier run left on its folder, and keeps its topics', async () => {
    const place = { dataFolder, port: await freePort(), controllerPort: await freePort() };
    const left = await startKafka(place);
    started.push(left);
    await createTopics(left.brokers);
    const kafka = await startKafka(place);
    started.push(kafka);
    expect(isAlive(left.pid)).toBe(false);

    await createTopics(kafka.brokers, 'a-second-set.');
    const admin = kafkaClient({ brokers: kafka.brokers, clientId: 'test' }).admin();
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata();
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: ['reading.events', 'patients'].map((name) => ({ type: 2, name })),
    });
    await admin.disconnect();
    const names = [
      'delivery.events',
      'modality-gateway.events',
      'patients',
      'reading.events',
      'reporting.events',
      'scheduling.events',
      'sites',
    ];
    expect(topics.map(({ name }) => name).sort()).toEqual([...names.map((name) => `a-second-set.${name}`), ...names].sort());
    expect(topics.every(({ partitions }) => partitions.length === 12)).toBe(true);
    const setting = (index: number, name: string) =>
      resources[index]?.configEntries.find(({ configName }) => configName === name)?.configValue;
    const days400 = String(400 * 86_400_000);
    expect([setting(0, 'cleanup.policy'), setting(0, 'retention.ms')]).toEqual(['delete', days400]);
    expect([setting(1, 'cleanup.policy'), setting(1, 'delete.retention.ms')]).toEqual(['compact', days400]);
  }, 180_000);
});
