import { openEventStore, type EventStore } from '@osteon/event-store';
import { drLee, drSilva, mrOps, msFrank, NORTH, service as actor, context, serviceDatabase, type ServiceTestDatabase } from '@osteon/testing';
import { join } from 'node:path';
import { deliveries } from '../delivery/delivery.aggregate.js';
import type { DeliveryEvent } from '../delivery/delivery.events.js';
import { openHospital, type Hospital } from '../testing/hospital.story.js';
import { acknowledged, begun, failed, parked, planned, refused, resend, unanswered } from '../testing/facts.story.js';
import { attemptsProjection } from './attempts.projection.js';
import { deliveriesProjection } from './deliveries.projection.js';

const id = '0190a000-0000-7000-8000-0000000000d1';
const sending = context(actor('delivery'));

describe('the projections of deliveries', () => {
  let database: ServiceTestDatabase;
  let store: EventStore;

  beforeAll(async () => {
    database = await serviceDatabase('delivery', { folders: [join(import.meta.dirname, '../../migrations')] });
    const projections = [deliveriesProjection, attemptsProjection];
    store = openEventStore({ service: 'delivery', transactions: database.transactions, aggregates: [deliveries], projections });
  }, 180_000);
  afterAll(() => database?.close());

  const rows = async (table: string): Promise<readonly Record<string, unknown>[]> => (await database.pool.query(`select * from ${table} order by 1, 2`)).rows;
  const after = async (event: DeliveryEvent): Promise<Record<string, unknown> | undefined> => {
    await store.decide(deliveries, id, () => [event], sending);
    return (await rows('deliveries'))[0];
  };
  const due = expect.any(Date);

  it('follow every fact', async () => {
    expect(await after(planned)).toMatchObject({ state: 'pending', kind: 'emr', destination_id: 'emr-north', attempts: 0, version: 1, due_at: due, identity: null });
    expect(await after(begun(1))).toMatchObject({ state: 'attempting', attempts: 1, version: 2, due_at: null, identity: 'c0ffee' });
    expect(await after(unanswered(1))).toMatchObject({ state: 'uncertain', answer: 'no answer in time', due_at: due });
    expect(await after(begun(2))).toMatchObject({ state: 'attempting', attempts: 2 });
    expect(await after(failed(2))).toMatchObject({ state: 'pending', answer: 'ECONNREFUSED', due_at: due });
    expect(await after(parked)).toMatchObject({ state: 'parked', answer: 'DESTINATION_UNKNOWN', due_at: null });
    expect(await after({ type: 'DeliveryParked', data: { why: 'MESSAGE_NOT_BUILT', detail: '102 PID-5' } })).toMatchObject({ answer: 'MESSAGE_NOT_BUILT 102 PID-5' });
    expect(await after(resend)).toMatchObject({ state: 'pending', due_at: due });
    expect(await after(begun(3))).toMatchObject({ state: 'attempting' });
    expect(await after(refused(3))).toMatchObject({ state: 'refused', answer: 'AE 204 PID-3', due_at: null });
    await after(begun(4));
    expect(await after(acknowledged(4))).toMatchObject({ state: 'delivered', answer: 'AA', due_at: null, version: 12 });
    expect((await rows('delivery_attempts')).map(({ attempt, outcome, answer }) => [attempt, outcome, answer])).toEqual([
      [1, 'uncertain', 'no answer in time'],
      [2, 'failed', 'ECONNREFUSED'],
      [3, 'refused', 'AE 204 PID-3'],
      [4, 'delivered', 'AA'],
    ]);
  });

  it('are the same after a rebuild', async () => {
    const before = [await rows('deliveries'), await rows('delivery_attempts')];
    await database.pool.query('truncate deliveries, delivery_attempts');
    await store.rebuild('deliveries');
    await store.rebuild('delivery-attempts');
    expect([await rows('deliveries'), await rows('delivery_attempts')]).toEqual(before);
  });
});

describe('the pages of deliveries', () => {
  let hospital: Hospital;
  beforeAll(async () => {
    hospital = await openHospital();
  }, 180_000);
  afterAll(() => hospital?.stop());

  const ask = (by: typeof drLee, path: string) => hospital.service.ask({ by, path });

  it('show a report to who may see deliveries of its facility, and to nobody else', async () => {
    const report = await hospital.report(1);
    await hospital.world.saySigned(report);
    const { deliveryId } = await hospital.reaches(report, 'emr', 'delivered');
    await hospital.reaches(report, 'pacs', 'delivered');
    const page = `/deliveries?examId=${report.examId}`;
    expect((await ask(drLee, page)).body).toMatchObject({
      deliveries: [
        { facilityId: NORTH, revision: 1, state: 'delivered', attempts: 1, answer: 'AA', destination: { kind: 'emr', id: 'emr-north' }, version: 3 },
        { state: 'delivered', answer: '0000', destination: { kind: 'pacs', id: 'pacs-north' } },
      ],
    });
    expect((await ask(drLee, `/deliveries/${deliveryId}/attempts`)).body).toMatchObject({ attempts: [{ attempt: 1, outcome: 'delivered', answer: 'AA' }] });
    expect((await ask(drSilva, page)).body).toEqual({ deliveries: [] });
    expect(await ask(drSilva, `/deliveries/${deliveryId}/attempts`)).toMatchObject({ status: 404, body: { code: 'UNKNOWN' } });
    expect((await ask(msFrank, page)).status).toBe(403);
  }, 180_000);

  it('refuse what is no number, what does not exist and what goes on by itself', async () => {
    expect((await ask(mrOps, '/deliveries?examId=A1')).status).toBe(400);
    expect(await ask(mrOps, `/deliveries/${id}/attempts`)).toMatchObject({ status: 404, body: { code: 'UNKNOWN' } });
    const report = await hospital.report(2);
    await hospital.world.saySigned(report);
    const { deliveryId, version } = await hospital.reaches(report, 'emr', 'delivered');
    const resend = (by: typeof drLee, path: string, ifMatch: number) => hospital.service.ask({ by, method: 'POST', path: `/deliveries/${path}/resend`, ifMatch });
    expect(await resend(mrOps, deliveryId, version)).toMatchObject({ status: 409, body: { code: 'NOT_STOPPED' } });
    expect(await resend(mrOps, id, 0)).toMatchObject({ status: 404, body: { code: 'UNKNOWN' } });
    expect((await resend(drLee, deliveryId, version)).status).toBe(403);
  }, 180_000);
});
