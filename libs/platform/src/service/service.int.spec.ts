import { at, drKim, drLee, drSilva, examA1, mrOps, msFrank, msOkafor, NORTH, waitUntil } from '@osteon/testing';
import { patientsReplica } from '@osteon/messaging';
import { reading } from '@osteon/contracts';
import { managerTransaction, shardOf } from '@osteon/event-store';
import { person, type Person } from '@osteon/identity';
import { z } from 'zod';
import { DataSource } from 'typeorm';
import { AppModule } from '../testing/example/app.module.js';
import { desks } from '../testing/example/desk.js';
import { testService, type TestAnswer, type TestService } from '../testing/index.js';

const parkedMessages = z.array(z.object({ id: z.string(), messageId: z.string(), reason: z.string() }));
const parkedKeys = z.object({ keys: z.array(z.object({ key: z.string(), messages: parkedMessages })) });
const opsAtNorth = person('mx-north', 'Mx North', { [NORTH]: ['operations'] });

/** A message that no contract fits. */
const headersOf = (examId: string) => ({
  ce_specversion: '1.0',
  ce_id: examId,
  ce_source: 'reading',
  ce_type: reading.ReadingStarted.type,
  ce_time: at.read,
  ce_subject: `desk-${examId}`,
  ce_facilityid: NORTH,
});

const thread = '0190a000-0000-7000-8000-00000000cafe';
const wanted = { facilityId: NORTH, patientId: msOkafor.patientId };
const problem = ({ status, body, headers }: TestAnswer) => ({ status, body, type: headers['content-type'] });

describe('a whole service', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await testService(AppModule);
  }, 180_000);
  afterAll(() => service?.stop());

  const claim = (by = drLee, examId: string = examA1.examId) =>
    service.ask({ by, method: 'PUT', path: `/desks/${examId}`, body: wanted, headers: { 'x-correlation-id': thread } });

  it('lets a request become a fact, a message, and a fact again', async () => {
    const answer = await claim();
    expect(answer).toMatchObject({ status: 200, body: { status: 'taken', readerId: 'dr-lee', version: 1 } });
    expect(answer.headers).toMatchObject({ etag: '"1"', 'x-correlation-id': thread });

    await waitUntil(async () => (await service.store.load(desks, examA1.examId)).version === 2, 'the service hears itself');
    const [claimed, noticed] = await service.store.readKey(examA1.examId);
    expect(claimed).toMatchObject({ by: 'dr-lee', correlationId: thread, facilityId: NORTH });
    expect(noticed).toMatchObject({
      by: 'reading',
      correlationId: thread,
      causationId: claimed?.eventId,
      event: { data: { heardVersion: 1 } },
    });
  });

  it('keeps a copy of a compacted topic', async () => {
    const patient = {
      patientId: msOkafor.patientId,
      version: 3,
      identifiers: [msOkafor.identifier],
      name: msOkafor.name,
      sex: msOkafor.sex,
    };
    const answer = await service.ask({
      by: msFrank,
      method: 'PUT',
      path: `/desks/patients/${msOkafor.patientId}`,
      body: patient,
    });
    expect(answer.status).toBe(200);
    const sql = managerTransaction(service.get(DataSource).manager);
    const kept = await waitUntil(() => patientsReplica.find(sql, msOkafor.patientId), 'the replica has Ms Okafor');
    expect(kept).toEqual(patient);
  });

  it('shows lists from entities, cut to the facilities of the one who asks', async () => {
    await claim();
    expect((await service.ask({ by: drLee, path: '/desks' })).body).toEqual({
      lines: [{ examId: examA1.examId, facilityId: NORTH, readerId: 'dr-lee' }],
    });
    expect((await service.ask({ by: drSilva, path: '/desks' })).body).toEqual({ lines: [] });
  });

  it('lets nobody in without a token that it can check', async () => {
    const none = await service.ask({ path: '/desks' });
    expect(problem(none)).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
    expect(none.headers).toMatchObject({ 'www-authenticate': 'Bearer' });
    const basic = await service.ask({ path: '/desks', headers: { authorization: 'Basic ZHItbGVlOnNlY3JldA==' } });
    expect(basic.status).toBe(401);
  });

  it('lets nobody do what their roles do not bring at any facility', async () => {
    expect(problem(await claim(msFrank))).toMatchObject({ status: 403, body: { code: 'PERMISSION_MISSING' } });
  });

  it('answers a no of the business as problem details with its code', async () => {
    await claim();
    expect(problem(await claim(drKim))).toEqual({
      status: 409,
      type: 'application/problem+json',
      body: {
        type: 'urn:osteon:problem:DESK_TAKEN',
        title: 'Somebody else reads this exam.',
        status: 409,
        code: 'DESK_TAKEN',
        values: { readerId: 'dr-lee' },
        correlationId: thread,
      },
    });
    expect(problem(await claim(drSilva))).toMatchObject({ status: 403, body: { code: 'DESK_ELSEWHERE' } });
  });

  it('takes a write only with the version that was seen', async () => {
    const examId = '0190a000-0000-7000-8000-0000000000a2';
    await claim(drLee, examId);
    await waitUntil(async () => (await service.store.load(desks, examId)).version === 2, 'the service hears itself: from then on nothing comes between');
    const again = (ifMatch?: number, headers = {}) =>
      service.ask({ by: drLee, method: 'PUT', path: `/desks/${examId}/again`, body: wanted, ifMatch, headers });
    expect(problem(await again())).toMatchObject({ status: 428, body: { code: 'IF_MATCH_MISSING' } });
    expect(problem(await again(undefined, { 'if-match': '*' }))).toMatchObject({
      status: 400,
      body: { code: 'IF_MATCH_MALFORMED' },
    });
    expect(problem(await again(99))).toMatchObject({ status: 412, body: { code: 'STALE_VERSION' } });
    const { version } = await service.store.load(desks, examId);
    expect((await again(version)).status).toBe(200);
  });

  it('says every place where a request does not fit', async () => {
    const body = { facilityId: '', patientId: 'x', colour: 'red' };
    const answer = await service.ask({ by: drLee, method: 'PUT', path: '/desks/A1', body: wanted });
    expect(problem(answer)).toMatchObject({
      status: 400,
      body: { code: 'REQUEST_INVALID', errors: [{ in: 'param', pointer: '/examId' }] },
    });
    const inBody = await service.ask({ by: drLee, method: 'PUT', path: `/desks/${examA1.examId}`, body });
    expect(problem(inBody)).toMatchObject({
      status: 400,
      body: {
        errors: [
          { in: 'body', pointer: '/facilityId' },
          { in: 'body', pointer: '/patientId' },
          { in: 'body', pointer: '' },
        ],
      },
    });
  });

  it('tells nothing of a broken world', async () => {
    const answer = await service.ask({ by: drLee, path: '/desks/broken' });
    expect(answer.status).toBe(500);
    expect(answer.bytes.toString()).not.toContain('Okafor');
    expect(answer.body).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', status: 500 });
  });

  it('answers what it does not know, and what it cannot read, as problem details too', async () => {
    expect(problem(await service.ask({ by: drLee, path: '/nowhere' }))).toMatchObject({
      status: 404,
      type: 'application/problem+json',
      body: { code: 'NOT_FOUND' },
    });
    const headers = { authorization: `Bearer ${await service.token(drLee)}`, 'content-type': 'application/json' };
    const malformed = await fetch(`${service.url}/desks/${examA1.examId}`, { method: 'PUT', headers, body: '{"a' });
    expect(malformed.status).toBe(400);
    expect(malformed.headers.get('content-type')).toBe('application/problem+json');
    const large = await fetch(`${service.url}/desks/${examA1.examId}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify('a'.repeat(2_000_000)),
    });
    expect(large.status).toBe(413);
  });

  it('shows operations what is stored, within their facilities', async () => {
    await claim();
    const events = await service.ask({ by: mrOps, path: `/operations/events?key=${examA1.examId}` });
    expect(events.body).toMatchObject({
      events: [{ type: 'DeskClaimed', by: 'dr-lee', streamVersion: 1, data: { facilityId: NORTH } }, { type: 'DeskNoticed' }],
    });
    const stream = await service.ask({ by: mrOps, path: `/operations/streams/desk-${examA1.examId}` });
    expect(stream.body).toEqual(events.body);
    await waitUntil(
      async () =>
        expect((await service.ask({ by: mrOps, path: '/operations/outbox' })).body).toEqual({ shards: [] }) === undefined,
      'an empty outbox',
    );
    expect((await service.ask({ by: drLee, path: '/operations/outbox' })).status).toBe(403);
  });

  it('lets operations of the network see and release what could not be handled', async () => {
    const examId = '0190a000-0000-7000-8000-0000000000a3';
    const poison = { topic: 'reading.events', key: examId };
    await service.database.pool.query(
      `insert into outbox (shard, event_id, topic, key, headers, payload, created_at) values ($1, $2, $3, $4, $5, $6, now())`,
      [shardOf(examId), examId, poison.topic, poison.key, headersOf(examId), JSON.stringify({ examId })],
    );
    const parked = () => service.ask({ by: mrOps, path: '/operations/parked' });
    const [message] = await waitUntil(async () => {
      const { keys } = parkedKeys.parse((await parked()).body);
      return keys.find(({ key }) => key === examId)?.messages;
    }, 'the message is parked');
    expect(message).toMatchObject({ messageId: examId, reason: 'malformed' });

    const release = (by: Person) => service.ask({ by, method: 'POST', path: '/operations/parked/releases', body: poison });
    expect((await release(drLee)).status).toBe(403);
    expect((await release(opsAtNorth)).body).toMatchObject({ code: 'NETWORK_PERMISSION_MISSING' });
    expect((await release(mrOps)).body).toEqual({ ran: 0, stoppedAt: message?.id });

    const body = { because: 'a message of a test' };
    expect((await service.ask({ by: mrOps, method: 'POST', path: `/operations/parked/${message?.id}/skip`, body })).body).toEqual(
      { ran: 0 },
    );
    expect((await parked()).body).toEqual({ keys: [] });
  });

  it('lets operations of the network compare a projection with its facts, and make it again', async () => {
    await claim();
    const { body } = await service.ask({ by: mrOps, path: '/operations/projections' });
    expect(body).toEqual({
      projections: [
        { name: 'desks', aggregate: 'desk', tables: ['desks'] },
        { name: 'operations', aggregate: 'operation', tables: ['operations'] },
      ],
    });
    await service.database.pool.query('delete from desks');
    const ask = (what: string, by = mrOps) => service.ask({ by, method: 'POST', path: `/operations/projections/desks/${what}` });
    const { facts } = z.object({ facts: z.number().min(2) }).parse((await ask('rebuild')).body);
    expect((await ask('verification')).body).toEqual({ projection: 'desks', facts, rows: expect.any(Number), missing: 0, surplus: 0 });
    expect((await ask('rebuild', drLee)).status).toBe(403);
    expect((await ask('rebuild', opsAtNorth)).body).toMatchObject({ code: 'NETWORK_PERMISSION_MISSING' });
    expect(problem(await service.ask({ by: mrOps, method: 'POST', path: '/operations/projections/unknown/rebuild' }))).toMatchObject({ status: 404, body: { code: 'PROJECTION_UNKNOWN' } });
  });

  it('lets operations of the network have events said again, which changes nothing for whoever has heard them', async () => {
    await claim();
    await waitUntil(async () => (await service.store.load(desks, examA1.examId)).version === 2, 'the service hears itself');
    const replay = (body: object, by = mrOps) => service.ask({ by, method: 'POST', path: '/operations/replays', body });
    const sent = async () => Number((await service.database.pool.query('select count(*) from outbox where published_at is not null')).rows[0].count);
    const before = await sent();
    const counted = await replay({ types: ['DeskClaimed'], dryRun: true });
    const { messages } = z.object({ messages: z.number().positive() }).parse(counted.body);
    expect((await replay({ types: ['DeskClaimed'] })).body).toEqual(counted.body);
    await waitUntil(async () => (await sent()) === before + messages, 'all of it on Kafka again');
    expect((await service.store.load(desks, examA1.examId)).version).toBe(2);
    expect(problem(await replay({ from: 'yesterday' }))).toMatchObject({ status: 400 });
    expect((await replay({}, drLee)).status).toBe(403);
    expect((await replay({}, opsAtNorth)).body).toMatchObject({ code: 'NETWORK_PERMISSION_MISSING' });
  });

  it('shows operations how far its consumers are behind', async () => {
    const lag = async () => z.object({ consumers: z.array(z.object({ group: z.string(), partitions: z.array(z.object({ topic: z.string(), records: z.number() })) })) }).parse((await service.ask({ by: mrOps, path: '/operations/consumers' })).body).consumers;
    expect((await lag()).map(({ group }) => group)).toEqual(['reading', 'reading.replicas']);
    await waitUntil(async () => (await lag()).every(({ partitions }) => partitions.every(({ records }) => records === 0)), 'nothing is behind');
    expect((await lag()).flatMap(({ partitions }) => partitions).length).toBeGreaterThan(1);
  });

  it('is ready when all it stands on is there', async () => {
    expect(await service.ask({ path: '/health/live' })).toMatchObject({ status: 200 });
    expect((await service.ask({ path: '/health/ready' })).body).toEqual({
      status: 'ready',
      checks: { database: 'ok', schema: 'ok', kafka: 'ok', signInKeys: 'ok' },
    });
  });

  it('describes its API', async () => {
    const { status, body } = await service.ask({ path: '/openapi.json' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      openapi: '3.0.0',
      paths: { '/desks/{examId}': { put: { requestBody: { content: { 'application/json': {} } } } } },
    });
    expect(body).not.toMatchObject({ paths: { '/openapi.json': {} } });
  });

  it('sends answers that no browser keeps or frames', async () => {
    expect((await service.ask({ by: drLee, path: '/desks' })).headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });
});
