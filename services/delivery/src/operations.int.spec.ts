import { mrOps, NORTH, waitUntil } from '@osteon/testing';
import { person } from '@osteon/identity';
import type { reporting } from '@osteon/contracts';
import { z } from 'zod';
import { numbered, openHospital, type Hospital } from './testing/hospital.story.js';

const fromEver = { from: '2020-01-01T00:00:00.000Z' };
const refed = z.object({ read: z.number(), handled: z.number(), skipped: z.number(), parked: z.number() });
const waiting = z.object({ deliveries: z.array(z.object({ deliveryId: z.string(), state: z.string() })) });
const projections = z.object({ projections: z.array(z.object({ name: z.string() })) });

describe('operations, with a record system and an archive that count', () => {
  let hospital: Hospital;
  const reports: reporting.ReportSignedV1[] = [];

  beforeAll(async () => {
    hospital = await openHospital();
    for (const n of [1, 2]) {
      const report = await hospital.report(n, { patientId: numbered('a', n), studyInstanceUID: `2.25.${n}` });
      reports.push(report);
      await hospital.world.saySigned(report);
      await hospital.reaches(report, 'emr', 'delivered');
      await hospital.reaches(report, 'pacs', 'delivered');
    }
  }, 180_000);
  afterAll(() => hospital?.stop());

  const post = (path: string, body: object = {}, ifMatch?: number) => hospital.service.ask({ by: mrOps, method: 'POST', path, body, ifMatch });
  const get = (path: string, by = mrOps) => hospital.service.ask({ by, path });
  const sent = () => [hospital.emr.received.length, hospital.pacs.received.length];
  const sql = async (text: string) => (await hospital.service.database.pool.query(text)).rows;
  const outboxIsEmpty = () => waitUntil(async () => (await sql('select from outbox where published_at is null')).length === 0, 'all of it on Kafka');
  /** The senders look again, and so does whoever hears. */
  const aDayLater = async (): Promise<void> => {
    hospital.time.advance(24 * 3_600_000);
    await outboxIsEmpty();
    await waitUntil(async () => (await sql(`select from deliveries where state in ('pending', 'attempting', 'uncertain')`)).length === 0, 'nothing is on its way');
  };

  it('send nothing again, whatever is said, fed, made or verified again, also with an inbox that has forgotten', async () => {
    expect(sent()).toEqual([2, 2]);
    const facts = async () => Number((await sql(`select count(*) from events where aggregate <> 'operation'`))[0].count);
    const before = await facts();

    expect((await post('/operations/replays')).body).toMatchObject({ messages: 4 });
    expect((await post('/operations/replays/states')).body).toEqual({ states: {} });
    expect(refed.parse((await post('/operations/consumers/ReportSigned/refeeds', fromEver)).body)).toEqual({ read: 2, handled: 0, skipped: 2, parked: 0 });
    await sql('delete from inbox');
    expect(refed.parse((await post('/operations/consumers/ReportSigned/refeeds', fromEver)).body)).toEqual({ read: 2, handled: 2, skipped: 0, parked: 0 });
    expect((await post('/operations/consumers/sites/refeeds', { ...fromEver, again: true })).status).toBe(200);
    for (const { name } of projections.parse((await get('/operations/projections')).body).projections) {
      expect((await post(`/operations/projections/${name}/rebuild`)).status).toBe(200);
      expect((await post(`/operations/projections/${name}/verification`)).body).toMatchObject({ missing: 0, surplus: 0 });
    }
    expect((await post('/operations/objects/verification')).body).toMatchObject({ missing: [], changed: [] });
    expect((await post('/operations/published/verification')).body).toMatchObject({ lost: [] });
    expect((await post('/operations/published/contracts/verification')).body).toMatchObject({ misfits: [] });
    await aDayLater();
    expect(sent()).toEqual([2, 2]);
    expect(await facts()).toBe(before);
  }, 120_000);

  it('send again what a person wants sent again, once, and that is on record with it', async () => {
    hospital.emr.mood = 'AE';
    const report = await hospital.report(3, { patientId: numbered('a', 3) });
    await hospital.world.saySigned(report);
    const refused = await hospital.reaches(report, 'emr', 'refused');
    expect(waiting.parse((await get('/deliveries/waiting')).body).deliveries).toContainEqual(expect.objectContaining({ deliveryId: refused.deliveryId, state: 'refused' }));
    expect(waiting.parse((await get('/deliveries/waiting', person('mx-south', 'Mx South', { SOUTH: ['operations'] }))).body)).toEqual({ deliveries: [] });

    hospital.emr.mood = 'AA';
    const resend = (ifMatch: number) => post(`/deliveries/${refused.deliveryId}/resend`, { reason: 'receiver was set up anew' }, ifMatch);
    expect((await resend(refused.version + 1)).status).toBe(412);
    expect((await resend(refused.version)).status).toBe(204);
    await hospital.reaches(report, 'emr', 'delivered');
    expect((await get('/operations/audit?what=resend')).body).toEqual({
      operations: [expect.objectContaining({ target: { deliveryId: refused.deliveryId }, facilityId: NORTH, by: 'mr-ops', outcome: 'done', reason: 'receiver was set up anew' })],
    });
  }, 120_000);
});
