import { copyOfDatabase, testKafka, waitUntil } from '@osteon/testing';
import type { KafkaPort } from './kafka-port.js';
import { openKafka } from './kafkajs-port.js';
import { lostFacts } from './lost-facts.js';
import type { Relay } from './relay.js';
import { openDraftingDatabase, startDraftingService, type DraftingService } from './testing/drafting-service.js';
import { openReadingDesk, type ReadingDesk } from './testing/reading-desk.js';
import { examOf } from './testing/said.js';

/** Reading publishes, reporting drafts; one of them is brought back to an earlier moment while the other is ahead. */
describe('a service that is restored from an older backup', () => {
  let kafka: KafkaPort;
  let reading: ReadingDesk;
  let relay: Relay;
  let reporting: DraftingService;

  const drafted = (examId: string, reviews: readonly number[]) =>
    waitUntil(async () => JSON.stringify((await reporting.draftOf(examId)).reviews) === JSON.stringify(reviews), `drafts ${reviews.join()} of the exam`);
  const reviewsOf = async (examId: string) => (await reporting.draftOf(examId)).reviews;
  const hasHeardAll = () =>
    waitUntil(async () => (await reporting.transport.lag()).every(({ partitions }) => partitions.every(({ records }) => records === 0)), 'nothing is behind');

  beforeAll(async () => {
    const place = await testKafka();
    kafka = openKafka({ ...place, clientId: 'restore', sessionTimeoutMs: 6_000 });
    reading = await openReadingDesk();
    relay = reading.relay(kafka);
    reporting = await startDraftingService(await openDraftingDatabase(), kafka);
  }, 180_000);
  afterAll(async () => {
    await reporting?.stop();
    await reporting?.database.close();
    await relay?.stop();
    await reading?.database.close();
    await kafka?.close();
  });

  /** Stops reporting, and starts it on a copy of a database. */
  const restoreReporting = async (adminUrl: string): Promise<void> => {
    await reporting.stop();
    await reporting.database.close();
    reporting = await startDraftingService(await openDraftingDatabase(await copyOfDatabase({ url: adminUrl })), kafka);
    await waitUntil(() => reporting.transport.isJoined(), 'reporting is a member of its groups again');
  };

  const backUpReporting = async (): Promise<string> => {
    const { adminUrl } = reporting.database;
    await restoreReporting(adminUrl);
    return adminUrl;
  };

  it('hears what it has lost when that is fed to it again, and nothing twice', async () => {
    await reading.review(examOf(1));
    await drafted(examOf(1), [1]);
    const backup = await backUpReporting();
    await reading.review(examOf(1));
    await reading.review(examOf(2));
    await drafted(examOf(1), [1, 2]);
    await drafted(examOf(2), [1]);
    await hasHeardAll();

    await restoreReporting(backup);
    // Its offsets on Kafka are ahead of its store: nothing comes by itself.
    await hasHeardAll();
    expect([await reviewsOf(examOf(1)), await reviewsOf(examOf(2))]).toEqual([[1], []]);
    const again = () => reporting.transport.refeed({ consumer: 'ScanReviewed', from: { offset: 0 } }, { dryRun: false });
    expect(await again()).toEqual({ read: 3, handled: 2, skipped: 1, parked: 0 });
    expect([await reviewsOf(examOf(1)), await reviewsOf(examOf(2))]).toEqual([[1, 2], [1]]);
    expect(await again()).toEqual({ read: 3, handled: 0, skipped: 3, parked: 0 });
  }, 120_000);

  it('is as whole when the others say it again from a position before the backup', async () => {
    const backup = await backUpReporting();
    await reading.review(examOf(3));
    await drafted(examOf(3), [1]);
    await restoreReporting(backup);
    expect(await reviewsOf(examOf(3))).toEqual([]);
    const told = await reading.store.tellAgain({ fromPosition: 1 });
    expect(told.messages).toBe(4);
    relay.wake();
    await drafted(examOf(3), [1]);
    await hasHeardAll();
    expect(await Promise.all([1, 2, 3].map((n) => reviewsOf(examOf(n))))).toEqual([[1, 2], [1], [1]]);
  }, 120_000);

  it('says exactly which facts it has lost that the others have heard of, also where another one stands in their place', async () => {
    const compare = () => lostFacts({ service: 'reading', kafka, store: reading.store }, {});
    expect((await compare()).lost).toEqual([]);
    await relay.stop();
    const { adminUrl } = reading.database;
    await reading.database.close();
    const backup = await copyOfDatabase({ url: adminUrl });
    reading = await openReadingDesk({ url: adminUrl });
    relay = reading.relay(kafka);
    await reading.review(examOf(1));
    await reading.review(examOf(4));
    await drafted(examOf(4), [1]);
    await drafted(examOf(1), [1, 2, 3]);
    await relay.stop();
    await reading.database.close();

    reading = await openReadingDesk(backup);
    relay = reading.relay(kafka);
    const lost = (n: number, streamVersion: number, is: 'missing' | 'other') =>
      expect.objectContaining({ is, streamId: `study-to-read-${examOf(n)}`, streamVersion, key: examOf(n), type: 'osteon.reading.ScanReviewed.v1' });
    expect((await compare()).lost).toEqual(expect.arrayContaining([lost(1, 3, 'missing'), lost(4, 1, 'missing')]));
    expect((await compare()).lost).toHaveLength(2);

    await reading.review(examOf(4));
    await waitUntil(async () => (await compare()).lost.length === 2 && (await compare()).read > 7, 'the new fact is published');
    expect((await compare()).lost).toEqual(expect.arrayContaining([lost(1, 3, 'missing'), lost(4, 1, 'other')]));
    // Whoever has heard the lost one takes the new one for an old one: that is why it has to be named.
    await hasHeardAll();
    expect(await reviewsOf(examOf(4))).toEqual([1]);
  }, 120_000);
});
