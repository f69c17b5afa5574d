import { join } from 'node:path';
import { eventStoreMigrations, migrate } from '@osteon/event-store';
import { createServiceDatabase, createTopics, startKafka } from '@osteon/local';
import { messagingMigrations } from '@osteon/messaging';
import { ownSchema } from '../database/schema.js';
import { freePorts } from '../measure/free-ports.js';
import { runBench } from '../measure/run-bench.js';
import { measureRelay } from './relay.js';

await runBench('relay', 'Relays an outbox to Kafka and hears it, beside Kafka alone', async (bench) => {
  const says = await ownSchema(bench, 'reading', [messagingMigrations]);
  const { url } = await createServiceDatabase({ adminUrl: says.adminUrl, service: 'reporting' });
  await migrate(url, [eventStoreMigrations, messagingMigrations]);
  const [port = 0, controllerPort = 0] = await freePorts(2);
  const kafka = await startKafka({ dataFolder: join(bench.folder, 'kafka'), port, controllerPort, told: bench.say });
  bench.endLater(() => kafka.stop());
  let sets = 0;
  const freshTopics = async (): Promise<string> => {
    const prefix = `set-${(sets += 1)}.`;
    await createTopics(kafka.brokers, prefix);
    return prefix;
  };
  return measureRelay({ says, hears: { url, adminUrl: says.adminUrl }, brokers: kafka.brokers, freshTopics }, bench.size);
});
