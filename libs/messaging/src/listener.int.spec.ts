import { reading } from '@osteon/contracts';
import { openEventStore, type EventStore } from '@osteon/event-store';
import { waitUntil, type ServiceTestDatabase } from '@osteon/testing';
import { contractBook } from './contract-book.js';
import { receive } from './inbox.js';
import type { HeardRecord, KafkaRecord } from './kafka-port.js';
import { listener, type Consumer, type Listener } from './listener.js';
import { parkKey, parkMessage } from './parking.js';
import { parkedRelease } from './release.js';
import { openDraftingDatabase } from './testing/drafting-service.js';
import { drafts, type DraftMade } from './testing/drafts.js';
import { examOf, review } from './testing/said.js';
import { silent } from './testing/silent.js';

const arrived = (record: KafkaRecord): HeardRecord => ({ ...record, partition: 0, offset: '0' });

describe('the listener', () => {
  let database: ServiceTestDatabase;
  let store: EventStore;
  let consumer: Consumer;
  let hearer: Listener;

  /** Makes a draft of everything, whatever it has heard before: only the inbox stands against a second effect. */
  const forgetful: Consumer = async (data, { unit }) => {
    const { examId, reviewVersion } = reading.ScanReviewed.heard.parse(data);
    await unit.decide(drafts, examId, (): DraftMade[] => [{ type: 'DraftMade', data: { reviewVersion, heardVersion: 0 } }]);
  };
  const reviewsOf = async (examId: string): Promise<readonly number[]> => (await store.load(drafts, examId)).state.reviews;
  /** As the transport does it, without the pauses. */
  const hear = async (record: KafkaRecord): Promise<string> => {
    for (;;) {
      const outcome = await hearer.hear(arrived(record));
      if (outcome.is !== 'again') return outcome.is;
    }
  };

  beforeAll(async () => {
    database = await openDraftingDatabase();
    store = openEventStore({ service: 'reporting', transactions: database.transactions, aggregates: [drafts], projections: [] });
    hearer = listener({
      service: 'reporting',
      store,
      log: silent,
      clock: { now: () => new Date() },
      book: contractBook([reading.ScanReviewed]),
      consumersOf: () => [(data, hearing) => consumer(data, hearing)],
      replicas: new Map(),
    });
  }, 180_000);

  afterAll(() => database.close());

  beforeEach(() => {
    consumer = forgetful;
  });

  it('has one effect of ten copies at the same time', async () => {
    const exam = examOf(21);
    const record = review(exam, 1);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => hear(record)));
    expect(outcomes.sort()).toEqual(['heard', ...Array.from({ length: 9 }, () => 'known')]);
    expect(await reviewsOf(exam)).toEqual([1]);
  });

  it('keeps the order of a key while a release meets messages that come in', async () => {
    const exam = examOf(22);
    consumer = () => Promise.reject(new TypeError('a consumer with a mistake'));
    expect(await hear(review(exam, 1))).toBe('parked');
    consumer = forgetful;
    const { release } = parkedRelease(store, hearer);
    const comingIn = async (): Promise<void> => {
      for (let version = 2; version <= 40; version += 1) await hear(review(exam, version));
    };
    const place = { topic: 'reading.events', key: exam };
    await Promise.all([comingIn(), release(place), release(place)]);
    await release(place);
    expect(await reviewsOf(exam)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect((await database.pool.query('select 1 from parked_messages union all select 1 from parked_keys')).rows).toEqual([]);
  });

  it('takes along a message that is put behind the key while the release ends', async () => {
    const record = review(examOf(25), 1);
    const place = { topic: record.topic, key: record.key };
    await database.transactions.run((tx) => parkKey(tx, place));
    let commit = (): void => undefined;
    const held = new Promise<void>((go) => (commit = go));
    const incoming = database.transactions.run(async (tx) => {
      const messageId = record.headers.ce_id ?? '';
      expect(await receive(tx, { ...place, eventId: messageId })).toBe('behind');
      await parkMessage(tx, messageId, record, { reason: 'behind', detail: '' });
      await held;
    });
    const lockWaits = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    const isWritten = `select 1 from pg_stat_activity where datname = current_database() and state = 'idle in transaction' and query like '%parked_messages%'`;
    await waitUntil(
      async () => (await database.pool.query(isWritten)).rows.length > 0,
      'a message that is written and not committed',
    );
    let ended = false;
    const releasing = parkedRelease(store, hearer)
      .release(place)
      .finally(() => (ended = true));
    await waitUntil(async () => ended || (await database.pool.query(lockWaits)).rows.length > 0, 'a release that waits');
    commit();
    await incoming;
    await releasing;
    expect(await reviewsOf(record.key)).toEqual([1]);
    expect((await database.pool.query('select 1 from parked_messages union all select 1 from parked_keys')).rows).toEqual([]);
  });

  it('tries again for as long as the world is broken, and then as often as any other', async () => {
    const record = arrived(review(examOf(23), 1));
    consumer = () => Promise.reject(Object.assign(new Error('no way to the store'), { code: 'ECONNREFUSED' }));
    for (let n = 0; n < 20; n += 1) expect((await hearer.hear(record)).is).toBe('again');
    expect((await database.pool.query('select 1 from inbox where message_id = $1', [record.headers.ce_id])).rows).toEqual([]);
    consumer = () => Promise.reject(new TypeError('a consumer with a mistake'));
    for (let n = 0; n < 4; n += 1) expect((await hearer.hear(record)).is).toBe('again');
    expect((await hearer.hear(record)).is).toBe('parked');
  });

  it('keeps nothing of a consumer that fails half-way', async () => {
    const exam = examOf(24);
    consumer = async (data, hearing) => {
      await forgetful(data, hearing);
      throw new TypeError('a mistake after the decision');
    };
    expect(await hear(review(exam, 1))).toBe('parked');
    expect(await reviewsOf(exam)).toEqual([]);
  });
});
