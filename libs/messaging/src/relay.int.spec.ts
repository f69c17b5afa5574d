import { examA1, testKafka, waitUntil } from '@osteon/testing';
import type { Consuming, HeardRecord, KafkaPort } from './kafka-port.js';
import { openKafka } from './kafkajs-port.js';
import { pruneOutbox } from './outbox-reader.js';
import { openReadingDesk, type ReadingDesk } from './testing/reading-desk.js';
import { examOf } from './testing/said.js';

describe('the relay', () => {
  let kafka: KafkaPort;
  let desk: ReadingDesk;
  const arrived: HeardRecord[] = [];
  let listening: Consuming;

  const versionsOf = (examId: string): number[] =>
    arrived.filter(({ key }) => key === examId).map(({ headers }) => Number(headers.ce_streamversion));
  const unsent = async (): Promise<number> =>
    Number((await desk.database.pool.query('select count(*) from outbox where published_at is null')).rows[0].count);
  const untilSent = (): Promise<unknown> => waitUntil(async () => (await unsent()) === 0, 'an empty outbox');

  beforeAll(async () => {
    kafka = openKafka({ ...(await testKafka()), clientId: 'relay-test', sessionTimeoutMs: 6000 });
    desk = await openReadingDesk();
    listening = kafka.consume({
      group: 'watch',
      topics: ['reading.events', 'patients'],
      waits: () => undefined,
      died: () => undefined,
      hear: (records, turn) => {
        for (const record of records) {
          arrived.push(record);
          turn.done(record);
        }
        return Promise.resolve();
      },
    });
  }, 180_000);

  afterAll(async () => {
    await listening.stop();
    await kafka.close();
    await desk.database.close();
  });

  it('sends what was committed, in the words of CloudEvents', async () => {
    const relay = desk.relay(kafka, { everyMs: 60_000 });
    await desk.review(examA1.examId);
    relay.wake();
    const record = await waitUntil(() => arrived.find(({ key }) => key === examA1.examId), 'the review on the topic');
    await untilSent();
    await relay.stop();

    expect(record.topic).toBe('reading.events');
    expect(JSON.parse(record.value ?? '')).toMatchObject({ examId: examA1.examId, reviewVersion: 1 });
    expect(record.headers).toMatchObject({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_source: '/osteon/reading',
      ce_type: 'osteon.reading.ScanReviewed.v1',
      ce_subject: `study-to-read-${examA1.examId}`,
      ce_streamversion: '1',
      ce_facilityid: 'NORTH',
      ce_correlationid: 'the-morning-of-exam-a1',
    });
  });

  it('finds what another copy has committed, though nobody has woken it', async () => {
    let looks = 0;
    const relay = desk.relay({
      publish: (records) => {
        looks += 1;
        return kafka.publish(records);
      },
    });
    const other = examOf(150);
    await desk.review(other);
    await waitUntil(() => versionsOf(other).length === 1, 'what nobody has woken it for');
    await relay.stop();
    expect(looks).toBe(1);
  });

  it('loses nothing when it is killed between the answer of the broker and its cursor', async () => {
    const exams = [examOf(101), examOf(102), examOf(103)];
    for (const exam of [...exams, ...exams, ...exams]) await desk.review(exam);
    let answers = 0;
    const killed = desk.relay({
      publish: async (records) => {
        await kafka.publish(records);
        answers += 1;
        throw new Error('killed here');
      },
    });
    await waitUntil(() => answers > 0, 'a batch that the broker has and the cursor has not');
    await killed.stop();
    expect(await unsent()).toBe(9);

    const relay = desk.relay(kafka);
    await untilSent();
    await relay.stop();

    await waitUntil(() => exams.every((exam) => versionsOf(exam).length >= 6), 'both copies');
    for (const exam of exams) expect([...new Set(versionsOf(exam))]).toEqual([1, 2, 3]);
  });

  it('keeps the order of each key over many small batches', async () => {
    const exams = [1, 2, 3, 4].map((n) => examOf(200 + n));
    const relay = desk.relay(kafka, { batch: 3 });
    await Promise.all(
      exams.map(async (exam) => {
        for (let n = 0; n < 10; n += 1) await desk.review(exam);
      }),
    );
    await untilSent();
    await relay.stop();
    await waitUntil(() => exams.every((exam) => versionsOf(exam).length >= 10), 'forty reviews');
    for (const exam of exams) expect(versionsOf(exam)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('lets one copy work, and the other when the first is gone without a word', async () => {
    const sentBy: string[] = [];
    const copy = (name: string): Pick<KafkaPort, 'publish'> => ({
      publish: async (records) => {
        sentBy.push(name);
        await kafka.publish(records);
      },
    });
    await desk.database.pool.query(`update leases set holder = 'a killed copy', expires_at = now() + interval '700 ms'`);
    const first = desk.relay(copy('first'), { leaseMs: 900 });
    const second = desk.relay(copy('second'), { leaseMs: 900 });
    await desk.review(examOf(301));
    expect(sentBy).toEqual([]);
    await untilSent();
    await desk.review(examOf(301));
    await untilSent();
    expect(new Set(sentBy).size).toBe(1);

    const [worker, other] = sentBy[0] === 'first' ? [first, second] : [second, first];
    await worker.stop();
    await desk.review(examOf(301));
    await untilSent();
    await other.stop();
    expect(new Set(sentBy).size).toBe(2);
    await waitUntil(() => versionsOf(examOf(301)).length === 3, 'three reviews, none twice');
  });

  it('moves no cursor after it has lost the lease', async () => {
    const taken = `update leases set holder = 'another copy', expires_at = now() + interval '1 second' where name = 'relay'`;
    let batches = 0;
    const slow = desk.relay({
      publish: async (records) => {
        await kafka.publish(records);
        await desk.database.pool.query(taken);
        batches += 1;
      },
    });
    await desk.review(examOf(401));
    await waitUntil(() => batches === 1, 'a batch of the slow copy');
    await slow.stop();
    expect(await unsent()).toBe(1);
    await desk.database.pool.query('update leases set expires_at = now()');
    const relay = desk.relay(kafka);
    await untilSent();
    await relay.stop();
  });

  it('forgets what was published long ago, and only that', async () => {
    await desk.review(examOf(501));
    const remaining = async (): Promise<number> => (await desk.database.pool.query('select 1 from outbox')).rows.length;
    const before = await remaining();
    expect(await desk.database.transactions.run((tx) => pruneOutbox(tx, new Date(Date.now() - 3_600_000)))).toBe(0);
    expect(await desk.database.transactions.run((tx) => pruneOutbox(tx, new Date(Date.now() + 3_600_000)))).toBe(before - 1);
    expect(await remaining()).toBe(1);
  });

  it('sends a tombstone as one', async () => {
    const headers = { ce_type: 'osteon.scheduling.Patient.v1' };
    await desk.database.pool.query(
      `insert into outbox (shard, event_id, topic, key, headers, payload, created_at) values (0, gen_random_uuid(), 'patients', 'p1', $1, null, now())`,
      [JSON.stringify(headers)],
    );
    const relay = desk.relay(kafka);
    const record = await waitUntil(() => arrived.find(({ topic }) => topic === 'patients'), 'the tombstone');
    await relay.stop();
    expect(record).toMatchObject({ key: 'p1', value: null, headers });
  });
});
