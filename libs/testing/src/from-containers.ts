import { randomBytes } from 'node:crypto';
import type { StartedTestContainer } from 'testcontainers';
import { twoFreePorts } from './free-ports.js';
import type { Infrastructure } from './infrastructure.js';
import { once } from './once.js';

/** The same as in docker-compose.yml. */
export const images = { postgres: 'postgres:18.4', kafka: 'apache/kafka:4.3.1' } as const;

/** Name of the machine on which the engine publishes ports. Rejects where no engine answers. */
export type AskEngine = () => Promise<string>;

export const containerEngine: AskEngine = async () => {
  const { getContainerRuntimeClient } = await import('testcontainers');
  return (await getContainerRuntimeClient()).info.containerRuntime.host;
};

const startPostgres = async (): Promise<{ url: string; container: StartedTestContainer }> => {
  const { GenericContainer, Wait } = await import('testcontainers');
  const password = randomBytes(18).toString('base64url');
  const container = await new GenericContainer(images.postgres)
    .withEnvironment({ POSTGRES_PASSWORD: password, POSTGRES_DB: 'osteon' })
    .withCommand(['postgres', ...['max_connections=200', 'timezone=UTC', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap((setting) => ['-c', setting])])
    .withExposedPorts(5432)
    // The image starts the server twice, the first time for itself alone.
    .withWaitStrategy(Wait.forAll([Wait.forLogMessage(/ready to accept connections/, 2), Wait.forListeningPorts()]))
    .start();
  return { url: `postgres://postgres:${password}@${container.getHost()}:${container.getMappedPort(5432)}/osteon`, container };
};

const kafkaSettings = (advertised: string): Record<string, string> => ({
  KAFKA_PROCESS_ROLES: 'broker,controller',
  KAFKA_NODE_ID: '1',
  KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
  KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
  KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
  KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${advertised}`,
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
  KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '1',
  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
  KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
});

/** A broker names its own address to clients, so the published port is chosen before it starts. */
const startKafka = async (host: string): Promise<{ brokers: readonly string[]; container: StartedTestContainer }> => {
  const { GenericContainer, Wait } = await import('testcontainers');
  const [port] = await twoFreePorts();
  const container = await new GenericContainer(images.kafka)
    .withEnvironment(kafkaSettings(`${host}:${port}`))
    .withExposedPorts({ container: 9092, host: port })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  return { brokers: [`${host}:${port}`], container };
};

/** Parts in containers, which end with the run. Throws, before anything is fetched, where no container engine answers. */
export const fromContainers = async (engine: AskEngine = containerEngine): Promise<Infrastructure> => {
  const host = await engine().catch((cause: unknown) => {
    const sentence = 'OSTEON_TEST_INFRA=testcontainers needs a container engine (Docker, or one that answers as it does), and none answers here.';
    throw new Error(`${sentence} Start one, or leave the variable out: the tests then bring Postgres and Kafka themselves.`, { cause });
  });
  const postgres = once(startPostgres);
  const kafka = once(() => startKafka(host));
  return {
    postgres: async () => ({ url: (await postgres.ask()).url }),
    kafka: async () => ({ brokers: (await kafka.ask()).brokers }),
    stop: async () => {
      for (const part of [postgres.asked(), kafka.asked()]) await (await part?.catch(() => undefined))?.container.stop();
    },
  };
};
