import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTopics, startKafka } from '@osteon/local';
import { waitUntil } from '@osteon/testing';
import { BrokerAway } from './kafka-port.js';
import { openKafka } from './kafkajs-port.js';
import { openDraftingDatabase, startDraftingService } from './testing/drafting-service.js';
import { openReadingDesk } from './testing/reading-desk.js';
import { examOf } from './testing/said.js';

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
};

it('loses nothing and keeps each order when the broker is killed and comes back', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'osteon-kafka-'));
  const place = { dataFolder, port: await freePort(), controllerPort: await freePort() };
  const broker = await startKafka(place);
  await createTopics(broker.brokers);
  const kafka = openKafka({ brokers: broker.brokers, clientId: 'kill-test', sessionTimeoutMs: 6000 });
  const desk = await openReadingDesk();
  const database = await openDraftingDatabase();
  const service = await startDraftingService(database, kafka);
  const relay = desk.relay(kafka, { batch: 5 });
  const exams = [31, 32, 33].map(examOf);
  const reviews = async (): Promise<number> =>
    (await Promise.all(exams.map(service.draftOf))).flatMap((draft) => draft.reviews).length;
  const reviewAll = async (times: number): Promise<void> => {
    for (let n = 0; n < times; n += 1) for (const exam of exams) await desk.review(exam);
  };

  await reviewAll(5);
  await waitUntil(async () => (await reviews()) > 0, 'the first drafts', { timeoutMs: 60_000 });
  process.kill(broker.pid, 'SIGKILL');
  await expect(kafka.lag('reading', [])).rejects.toThrow(BrokerAway);
  await reviewAll(5);
  const again = await startKafka(place);
  await reviewAll(5);
  await waitUntil(async () => (await reviews()) === 45, 'all 45 drafts', { timeoutMs: 120_000 });
  for (const exam of exams)
    expect((await service.draftOf(exam)).reviews).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  expect(await service.rows('parked_messages')).toBe(0);

  await relay.stop();
  await service.stop();
  await kafka.close();
  await again.stop();
  await Promise.all([desk.database.close(), database.close()]);
  await rm(dataFolder, { recursive: true, force: true });
}, 300_000);
