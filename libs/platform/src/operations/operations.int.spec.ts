import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drLee, examA1, mrOps, msOkafor, NORTH, testKafka, waitUntil } from '@osteon/testing';
import { reading, scheduling } from '@osteon/contracts';
import { person } from '@osteon/identity';
import { v7 as newId } from 'uuid';
import { AppModule } from '../testing/example/app.module.js';
import { desks } from '../testing/example/desk.js';
import { conversation, testService, type Conversation, type TestService } from '../testing/index.js';

const opsAtNorth = person('mx-north', 'Mx North', { [NORTH]: ['operations'] });
const examOf = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const fromEver = { from: '2020-01-01T00:00:00.000Z' };

describe('what operations have done', () => {
  let service: TestService;
  let others: Conversation;
  let objects: string;
  beforeAll(async () => {
    const kafka = await testKafka();
    others = conversation(kafka, ['reading.events']);
    objects = await mkdtemp(join(tmpdir(), 'osteon-objects-'));
    service = await testService(AppModule, { kafka, objects });
  }, 180_000);
  afterAll(async () => {
    await service?.stop();
    await others?.close();
    await rm(objects, { recursive: true });
  });

  const post = (path: string, body: object, by = mrOps) => service.ask({ by, method: 'POST', path: `/operations/${path}`, body });
  const get = (path: string, by = mrOps) => service.ask({ by, path: `/operations/${path}` });
  const sql = async (text: string) => (await service.database.pool.query(text)).rows;
  const claim = (examId: string) => service.ask({ by: drLee, method: 'PUT', path: `/desks/${examId}`, body: { facilityId: NORTH, patientId: msOkafor.patientId } });
  const version = async (examId: string) => (await service.store.load(desks, examId)).version;
  const heard = (examId: string) => waitUntil(async () => (await version(examId)) === 2, 'the service hears itself');
  const operationsStored = async () => Number((await sql(`select count(*) from events where aggregate = 'operation'`))[0].count);
  const refeed = (body: object, consumer = 'ReadingStarted', by = mrOps) => post(`consumers/${consumer}/refeeds`, body, by);

  describe('is a fact of its own', () => {
    it('with who, when, what, why and what came of it', async () => {
      await claim(examA1.examId);
      await heard(examA1.examId);
      const operationId = newId();
      expect((await post('projections/desks/rebuild', { operationId, reason: 'rows were deleted by hand' })).body).toMatchObject({ facts: 2 });
      const shown = {
        operationId,
        what: 'rebuild',
        target: { projection: 'desks' },
        facilityId: '*',
        by: 'mr-ops',
        begunAt: expect.any(String),
        endedAt: expect.any(String),
        outcome: 'done',
        counts: { facts: 2 },
        reason: 'rows were deleted by hand',
      };
      expect((await get('audit')).body).toEqual({ operations: [shown] });
      expect((await get(`audit/${operationId}`)).body).toEqual(shown);
      expect((await get('audit?what=replay')).body).toEqual({ operations: [] });
      expect((await get(`audit?before=${operationId}`)).body).toEqual({ operations: [] });
    });

    it('that holds no words of anybody', async () => {
      const [begun] = await sql(`select data, by from events where type = 'OperationBegun'`);
      expect(begun).toEqual({ data: { what: 'rebuild', target: { projection: 'desks' }, facilityId: '*', reasoned: true }, by: 'mr-ops' });
    });

    it('that is seen by whoever sees the whole network', async () => {
      expect((await get('audit', opsAtNorth)).body).toEqual({ operations: [] });
      expect((await get('audit', drLee)).status).toBe(403);
      expect((await get(`audit/${newId()}`)).body).toMatchObject({ status: 404, code: 'OPERATION_UNKNOWN' });
    });

    it('and is carried out once under its id', async () => {
      const operationId = newId();
      await post('replays', { operationId, types: ['DeskClaimed'] });
      expect((await post('replays', { operationId, types: ['DeskClaimed'] })).body).toMatchObject({ status: 409, code: 'OPERATION_KNOWN' });
    });

    it('also where it is broken off, with a code', async () => {
      const operationId = newId();
      expect((await refeed({ ...fromEver, operationId }, 'NobodyHearsThis')).status).toBe(404);
      expect((await get(`audit/${operationId}`)).body).toMatchObject({ outcome: 'failed', why: 'CONSUMER_UNKNOWN', counts: {} });
    });

    it('and is none where it only counts', async () => {
      const before = await operationsStored();
      await post('replays', { dryRun: true });
      await post('replays/states', { dryRun: true });
      await refeed({ ...fromEver, dryRun: true });
      await post('projections/desks/verification', {});
      await post('objects/verification', {});
      expect(await operationsStored()).toBe(before);
    });

    it('and its list can be made again of the facts', async () => {
      expect((await post('projections/operations/verification', {})).body).toMatchObject({ missing: 0, surplus: 0 });
    });
  });

  describe('a consumer fed again', () => {
    it('is named with what it hears and what becomes of it', async () => {
      expect((await get('consumers/heard')).body).toEqual({
        heard: [
          { name: 'ReadingStarted', group: 'reading', topic: 'reading.events', type: reading.ReadingStarted.type, writes: 'facts' },
          { name: 'patients', group: 'reading.replicas', topic: 'patients', type: scheduling.Patient.type, writes: 'replica' },
        ],
      });
    });

    it('skips what it has handled, and handles what it has not', async () => {
      const [known, lost] = [examOf(501), examOf(502)];
      for (const examId of [known, lost]) await claim(examId);
      for (const examId of [known, lost]) await heard(examId);
      // As after a restore: what it has decided about one of them is gone, and so is the trace in its inbox.
      const [message] = await sql(`select event_id from events where stream_id = 'desk-${lost}' and stream_version = 1`);
      await service.database.pool.query('delete from inbox where message_id = $1', [message.event_id]);
      await service.database.pool.query(`delete from events where stream_id = 'desk-${lost}' and stream_version = 2`);

      const foretold = await refeed({ ...fromEver, dryRun: true });
      const fed = await refeed({ ...fromEver, reason: 'inbox row lost' });
      expect(fed.body).toEqual(foretold.body);
      expect(fed.body).toMatchObject({ handled: 1, parked: 0 });
      expect(await version(lost)).toBe(2);
      expect(await version(known)).toBe(2);
      expect((await refeed(fromEver)).body).toMatchObject({ handled: 0, parked: 0 });
      const { operations } = (await get('audit?what=refeed')).body as { operations: object[] };
      expect(operations[0]).toMatchObject({ target: { consumer: 'ReadingStarted', ...fromEver }, counts: { handled: 0, parked: 0 } });
    });

    it('takes from one offset to another of a partition, both included', async () => {
      const one = await refeed({ fromOffset: 0, toOffset: 0, dryRun: true });
      const all = await refeed({ fromOffset: 0, dryRun: true });
      const none = await refeed({ from: '2100-01-01T00:00:00.000Z', dryRun: true });
      expect(one.body).toMatchObject({ parked: 0 });
      expect((one.body as { read: number }).read).toBeGreaterThan(0);
      expect((all.body as { read: number }).read).toBeGreaterThan((one.body as { read: number }).read);
      expect(none.body).toEqual({ read: 0, handled: 0, skipped: 0, parked: 0 });
    });

    it('parks what cannot be handled, and what waits behind it', async () => {
      const examId = examOf(503);
      const saying = { key: examId, subject: `desk-${examId}`, version: 1 };
      const started = { examId, facilityId: NORTH, patientId: msOkafor.patientId, readerId: 'dr-lee', startedAt: '2026-03-02T09:00:00.000Z' };
      const id = newId();
      await others.say({ ...reading.ReadingStarted, schema: { parse: (it: unknown) => it } } as never, { ...started, examId: 'no uuid' } as never, saying, id);
      await waitUntil(async () => ((await get('parked')).body as { keys: { key: string }[] }).keys.some(({ key }) => key === examId), 'the message is parked');
      await service.database.pool.query(`delete from parked_messages; delete from parked_keys`);
      await service.database.pool.query('delete from inbox where message_id = $1', [id]);

      expect((await refeed({ ...fromEver, dryRun: true })).body).toMatchObject({ parked: 1 });
      expect((await refeed(fromEver)).body).toMatchObject({ parked: 1 });
      const [{ id: parkedId }] = (await sql('select id::text from parked_messages')) as [{ id: string }];
      expect((await get(`parked/${parkedId}`)).body).toMatchObject({
        id: parkedId,
        topic: 'reading.events',
        key: examId,
        reason: 'malformed',
        behind: 0,
        headers: { ce_subject: `desk-${examId}` },
        form: ['examId: string', 'facilityId: string', 'patientId: string', 'readerId: string', 'startedAt: string'],
      });
      expect((await get('parked/999999')).body).toMatchObject({ status: 404, code: 'MESSAGE_NOT_PARKED' });
      await post(`parked/${parkedId}/skip`, { because: 'a message of a test' });
      expect((await get('audit?what=skip')).body).toMatchObject({ operations: [{ target: { id: parkedId }, counts: { ran: 0, stopped: 0 }, reason: 'a message of a test' }] });
    });

    it('never decides twice on purpose; only one that keeps copies can hear the same again', async () => {
      expect((await refeed({ ...fromEver, again: true })).body).toMatchObject({ status: 409, code: 'AGAIN_DECIDES_FACTS' });
    });

    it('says where it has to begin', async () => {
      expect((await refeed({})).status).toBe(400);
      expect((await refeed(fromEver, 'ReadingStarted', opsAtNorth)).body).toMatchObject({ code: 'NETWORK_PERMISSION_MISSING' });
    });
  });

  describe('a copy of a compacted topic', () => {
    const patient: scheduling.PatientV1 = { patientId: msOkafor.patientId, version: 3, identifiers: [], name: { family: 'Okafor' }, sex: 'female' };
    const say = (data: scheduling.PatientV1 | null, of: number) =>
      others.say(scheduling.Patient, data, { key: patient.patientId, subject: `patients/${patient.patientId}`, version: of });
    const behind = async (group: string): Promise<number> => {
      const { consumers } = (await get('consumers')).body as { consumers: { group: string; partitions: { records: number }[] }[] };
      return consumers.filter((each) => each.group === group).flatMap(({ partitions }) => partitions).reduce((sum, { records }) => sum + records, 0);
    };
    const kept = async () => (await sql('select version::int, body from replica_patients'))[0];

    it('is filled again from its topic after it was wiped, and the newest state stays', async () => {
      await say({ ...patient, version: 1, name: { family: 'Adeyemi' } }, 1);
      await say(patient, 3);
      await waitUntil(async () => (await kept())?.version === 3, 'the newest state');
      await say({ ...patient, version: 2, name: { family: 'Obi' } }, 2);
      await waitUntil(async () => (await behind('reading.replicas')) === 0, 'nothing more comes by itself');
      await service.database.pool.query('delete from replica_patients');
      expect((await refeed({ ...fromEver, dryRun: true }, 'patients')).body).toMatchObject({ read: 3, handled: 3 });
      expect((await refeed(fromEver, 'patients')).body).toEqual({ read: 3, handled: 2, skipped: 1, parked: 0 });
      expect(await kept()).toMatchObject({ version: 3, body: { name: { family: 'Okafor' } } });
    });

    it('is healed on purpose where somebody changed it, and an older state still never comes over a newer one', async () => {
      await service.database.pool.query(`update replica_patients set body = jsonb_set(body, '{name,family}', '"Somebody"')`);
      expect((await refeed(fromEver, 'patients')).body).toEqual({ read: 3, handled: 0, skipped: 3, parked: 0 });
      expect((await refeed({ ...fromEver, again: true, dryRun: true }, 'patients')).body).toEqual({ read: 3, handled: 1, skipped: 2, parked: 0 });
      expect((await refeed({ ...fromEver, again: true }, 'patients')).body).toEqual({ read: 3, handled: 1, skipped: 2, parked: 0 });
      expect(await kept()).toMatchObject({ version: 3, body: { name: { family: 'Okafor' } } });
    });
  });

  it('finds streams by their newest fact, by kind and time, page by page', async () => {
    const { streams } = (await get('streams?type=desk')).body as { streams: { streamId: string; position: number; lastAt: string }[] };
    expect(streams.map(({ streamId }) => streamId)).toContain(`desk-${examA1.examId}`);
    expect(streams.map(({ position }) => position)).toEqual(streams.map(({ position }) => position).sort((a, b) => b - a));
    const [first, second] = streams;
    expect((await get(`streams?type=desk&before=${first?.position}`)).body).toMatchObject({ streams: [{ streamId: second?.streamId }, {}] });
    expect((await get('streams?since=2100-01-01T00:00:00.000Z')).body).toEqual({ streams: [] });
    expect((await get('streams?type=desk', person('mx-south', 'Mx South', { SOUTH: ['operations'] }))).body).toEqual({ streams: [] });
    const rest = (await get(`streams/desk-${examA1.examId}?after=1`)).body as { events: object[] };
    expect(rest.events).toMatchObject([{ streamVersion: 2 }]);
  });

  it('finds what facts name and the object store has lost or changed', async () => {
    const name = async (n: number, key: string) => {
      const values = JSON.stringify({ deep: [{ key, size: 3, mediaType: 'text/plain' }] });
      await sql(`insert into events (shard, aggregate, stream_id, stream_version, event_id, type, version, data, key, facility_id, at, by, correlation_id)
                 values (0, 'desk', 'desk-${examOf(n)}', 1, '${newId()}', 'DeskNoticed', 1, '${values}', '${examOf(n)}', 'NORTH', now(), 'reading', 'c')`);
      return { key, streamId: `desk-${examOf(n)}`, position: expect.any(Number) };
    };
    const { key } = await service.objects.put('reading', Buffer.from('abc'), 'text/plain');
    const [changed, absent] = [await service.objects.put('reading', Buffer.from('abd'), 'text/plain'), `reporting/${'0'.repeat(64)}`];
    await name(601, key);
    const [one, other] = [await name(602, changed.key), await name(603, absent)];
    expect((await post('objects/verification', {})).body).toMatchObject({ objects: 3, missing: [other], changed: [] });
    const sha256 = changed.key.slice('reading/'.length);
    await writeFile(join(objects, 'reading', sha256.slice(0, 2), sha256), 'xyz');
    expect((await post('objects/verification', {})).body).toMatchObject({ objects: 3, missing: [other], changed: [one] });
    const [{ first }] = (await sql('select min(position)::int as first from events')) as [{ first: number }];
    expect((await post('objects/verification', { after: first - 1, facts: 1 })).body).toMatchObject({ facts: 1, objects: 0, after: first });
  });
});
