import { examA1, msOkafor, testKafka, waitUntil, type ServiceTestDatabase } from '@osteon/testing';
import { pruneInbox } from './inbox.js';
import type { KafkaPort } from './kafka-port.js';
import { openKafka } from './kafkajs-port.js';
import { patientsReplica } from './replica.js';
import { openDraftingDatabase, startDraftingService, type DraftingService } from './testing/drafting-service.js';
import { seen } from './testing/drafts.js';
import { examOf, patient, review } from './testing/said.js';

describe('the event transport', () => {
  let kafka: KafkaPort;
  let database: ServiceTestDatabase;
  let service: DraftingService;

  const reviewsOf = async (examId: string): Promise<readonly number[]> => (await service.draftOf(examId)).reviews;
  const untilReviews = (examId: string, expected: readonly number[]): Promise<unknown> =>
    waitUntil(async () => (await reviewsOf(examId)).join() === expected.join(), `reviews ${expected.join()} of ${examId}`, {
      timeoutMs: 30_000,
    });
  const untilFinished = (): Promise<unknown> =>
    waitUntil(async () => (await kafka.lag('reporting', ['reading.events'])).every(({ records }) => records === 0), 'no lag', {
      timeoutMs: 30_000,
    });
  const triesOf = (examId: string): number => seen.calls.filter((call) => call === `${examId} v1`).length;
  const parkedUnder = async (key: string) =>
    (await service.transport.parked()).find((parked) => parked.key === key)?.messages ?? [];

  beforeAll(async () => {
    kafka = openKafka({ ...(await testKafka()), clientId: 'transport-test', sessionTimeoutMs: 6000 });
    database = await openDraftingDatabase();
    service = await startDraftingService(database, kafka);
  }, 180_000);

  afterAll(async () => {
    await service.stop();
    await kafka.close();
    await database.close();
  });

  beforeEach(() => Object.assign(seen, { isMended: false, calls: [], patientNews: [] }));

  it('carries the thread of a heard event into its own', async () => {
    const heard = review(examA1.examId, 1);
    await kafka.publish([heard]);
    await untilReviews(examA1.examId, [1]);
    const [fact] = await service.store.readStream(`draft-${examA1.examId}`);
    expect(fact).toMatchObject({ by: 'reporting', correlationId: 'the-morning-of-exam-a1', causationId: heard.headers.ce_id });
  }, 180_000);

  it('has one effect of an event that comes twice, and again after the inbox was pruned', async () => {
    const exam = examOf(1);
    const [first, second] = [review(exam, 1), review(exam, 2)];
    await kafka.publish([first, first, second, first, second]);
    await untilReviews(exam, [1, 2]);
    await untilFinished();
    expect(seen.calls).toEqual([`${exam} v1`, `${exam} v2`]);
    const pruned = await database.transactions.run((tx) => pruneInbox(tx, new Date(Date.now() + 60_000)));
    expect(pruned).toBeGreaterThanOrEqual(2);

    await kafka.publish([first, second, review(exam, 3)]);
    await untilReviews(exam, [1, 2, 3]);
    await untilFinished();
    expect(await reviewsOf(exam)).toEqual([1, 2, 3]);
  });

  it('drops fields that it does not know, and passes over types that nobody hears', async () => {
    const exam = examOf(2);
    const before = await service.rows('inbox');
    await kafka.publish([
      review(exam, 1, { type: 'osteon.reading.ReadingStarted.v1' }),
      review(exam, 2, { extra: { later: 'field' } }),
    ]);
    await untilReviews(exam, [2]);
    expect((await service.rows('inbox')) - before).toBe(1);
  });

  it('parks a message that cannot be handled; its key waits, other keys go on, and a release plays in order', async () => {
    const [poisoned, other] = [examOf(3), examOf(4)];
    await kafka.publish([
      review(poisoned, 1, { reviewedBy: 'dr-poison' }),
      review(poisoned, 2),
      review(other, 1),
      review(poisoned, 3),
    ]);
    await untilReviews(other, [1]);
    // The other key did not wait for the last try.
    expect(triesOf(poisoned)).toBeLessThan(5);
    await waitUntil(async () => (await parkedUnder(poisoned)).length === 3, 'three parked messages', { timeoutMs: 30_000 });
    expect((await parkedUnder(poisoned)).map(({ reason }) => reason)).toEqual(['failed', 'behind', 'behind']);
    expect(triesOf(poisoned)).toBe(5);
    expect(await reviewsOf(poisoned)).toEqual([]);

    const place = { topic: 'reading.events', key: poisoned };
    expect(await service.transport.release(place)).toMatchObject({ ran: 0 });
    await kafka.publish([review(poisoned, 4)]);
    await waitUntil(async () => (await parkedUnder(poisoned)).length === 4, 'a fourth parked message');
    seen.isMended = true;
    expect(await service.transport.release(place)).toEqual({ ran: 4 });
    await kafka.publish([review(poisoned, 5)]);
    await untilReviews(poisoned, [1, 2, 3, 4, 5]);
    expect(await parkedUnder(poisoned)).toEqual([]);
  }, 180_000);

  it('parks a refused message at once, and goes on when a person leaves it out', async () => {
    const exam = examOf(5);
    await kafka.publish([review(exam, 1, { reviewedBy: 'dr-refused' }), review(exam, 2)]);
    const [refused] = await waitUntil(async () => {
      const parked = await parkedUnder(exam);
      return parked.length === 2 ? parked : undefined;
    }, 'two parked messages');
    expect(refused).toMatchObject({ reason: 'refused', detail: 'NOT_THIS_READER' });
    expect(await service.transport.skip(refused?.id ?? '', 'said by mistake')).toEqual({ ran: 1 });
    expect(await reviewsOf(exam)).toEqual([2]);
    const { rows } = await database.pool.query('select skipped_because from parked_messages where key = $1', [exam]);
    expect(rows).toEqual([{ skipped_because: 'said by mistake' }]);
  });

  it('parks what it cannot read: a newer version of what it hears, no JSON, a missing field, a missing header', async () => {
    const newer = review(examOf(6), 1, { type: 'osteon.reading.ScanReviewed.v2' });
    const noJson = { ...review(examOf(7), 1), value: '{' };
    const noField = review(examOf(8), 1, { extra: { reviewVersion: undefined } });
    const { ce_subject: _, ...headers } = review(examOf(9), 1).headers;
    await kafka.publish([newer, noJson, noField, { ...review(examOf(9), 1), headers }]);
    await untilFinished();
    const why = async (n: number) => (await parkedUnder(examOf(n))).map(({ reason, detail }) => `${reason} ${detail}`);
    expect(await why(6)).toEqual(['newer-version Unfit: osteon.reading.ScanReviewed.v2']);
    expect(await why(7)).toEqual(['malformed Unfit: the payload is no JSON']);
    expect(await why(8)).toEqual(['malformed reviewVersion: invalid_type']);
    expect(await why(9)).toEqual(['malformed Unfit: header ce_subject is missing']);
  });

  it('keeps a copy of the patients: only higher versions, and nothing after a tombstone', async () => {
    const [erased, kept] = [msOkafor.patientId, examOf(10)];
    await kafka.publish([
      patient(erased, 2, 'Okafor'),
      patient(erased, 1, 'Okoro'),
      patient(kept, 1, 'Marsh'),
      patient(erased, 3, null),
      patient(erased, 2, 'Okafor'),
      patient(kept, 2, 'Marsh-Webb'),
      patient(kept, 2, 'Marsh-Webb'),
    ]);
    await waitUntil(
      () => seen.patientNews.includes(`${kept} v2`) && seen.patientNews.includes(`${erased} erased`),
      'the last versions',
    );
    await waitUntil(
      async () => (await kafka.lag('reporting.replicas', ['patients'])).every(({ records }) => records === 0),
      'no lag',
    );
    expect(seen.patientNews.filter((news) => news.startsWith(erased))).toEqual([`${erased} v2`, `${erased} erased`]);
    expect(seen.patientNews.filter((news) => news.startsWith(kept))).toEqual([`${kept} v1`, `${kept} v2`]);

    await database.transactions.run(async (tx) => {
      expect(await patientsReplica.find(tx, erased)).toBeUndefined();
      expect(await patientsReplica.find(tx, kept)).toMatchObject({ name: { family: 'Marsh-Webb' } });
      expect([...(await patientsReplica.many(tx, [erased, kept])).keys()]).toEqual([kept]);
      expect(await patientsReplica.hasReached(tx, erased, 9)).toBe(true);
      expect(await patientsReplica.hasReached(tx, kept, 2)).toBe(true);
      expect(await patientsReplica.hasReached(tx, kept, 3)).toBe(false);
    });
  });

  it('waits while the database is away, and parks nothing', async () => {
    const exam = examOf(11);
    const parkedBefore = await service.rows('parked_messages');
    const { Client } = await import('pg');
    const url = new URL(database.adminUrl);
    const name = url.pathname.slice(1);
    const outside = new Client({ connectionString: Object.assign(url, { pathname: '/postgres' }).href });
    await outside.connect();
    database.pool.on('error', () => undefined);
    await outside.query(`alter database ${name} allow_connections false`);
    await outside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await kafka.publish([1, 2, 3, 4, 5, 6, 7].map((version) => review(exam, version)));
    // Longer than the tries of a message that fails by itself.
    const since = Date.now();
    await waitUntil(() => Date.now() - since > 3000, 'three seconds without a database');
    await outside.query(`alter database ${name} allow_connections true`);
    await outside.end();
    await untilReviews(exam, [1, 2, 3, 4, 5, 6, 7]);
    expect(await service.rows('parked_messages')).toBe(parkedBefore);
  }, 180_000);

  it('goes on where it stopped', async () => {
    const exam = examOf(12);
    await kafka.publish([review(exam, 1)]);
    await untilReviews(exam, [1]);
    await service.stop();
    await kafka.publish([review(exam, 2), review(exam, 3)]);
    service = await startDraftingService(database, kafka);
    await untilReviews(exam, [1, 2, 3]);
    expect(await service.rows('parked_keys')).toBe(4);
  }, 180_000);
});
