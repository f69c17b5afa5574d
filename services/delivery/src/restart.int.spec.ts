import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore } from '@osteon/event-store';
import { messagingMigrations } from '@osteon/messaging';
import { folderObjectStore } from '@osteon/object-store';
import { testClock } from '@osteon/platform/clock';
import { testService, type TestService } from '@osteon/platform/testing';
import { at, context, mrOps, service as actor, serviceDatabase, testDatabase, testKafka, waitUntil } from '@osteon/testing';
import { AppModule } from './app.module.js';
import { beginAttempt } from './attempt-delivery/begin-attempt.js';
import { attemptsProjection } from './deliveries/attempts.projection.js';
import { deliveriesProjection } from './deliveries/deliveries.projection.js';
import { controlIdOf, deliveryIdOf } from './delivery/delivery-id.js';
import { deliveries } from './delivery/delivery.aggregate.js';
import { distributions } from './distribution/distribution.aggregate.js';
import { emr as destination } from './testing/facts.story.js';
import { kept, others, type Others } from './testing/others.story.js';
import { testEmr, type TestEmr } from './testing/peers.story.js';
import { receiver, site } from './testing/report-a1.story.js';
import { planDelivery } from './when-report-signed/plan-delivery.js';

/** What a process leaves that is killed between the bytes and the answer: an attempt without an outcome. */
describe('a delivery whose sender was killed in the middle', () => {
  const time = testClock(at.signed);
  let emr: TestEmr;
  let world: Others;
  let service: TestService;
  let objects = '';

  beforeAll(async () => {
    [emr, objects] = await Promise.all([testEmr(), mkdtemp(join(tmpdir(), 'osteon-delivery-'))]);
  });
  afterAll(async () => {
    await service?.stop();
    await Promise.all([emr.close(), world?.stop(), rm(objects, { recursive: true })]);
  });

  it('is uncertain after the restart, and goes again as it was', async () => {
    const [kafka, database, store] = await Promise.all([testKafka(), testDatabase(), folderObjectStore(objects)]);
    const migrations = join(import.meta.dirname, '../migrations');
    const killed = await serviceDatabase('delivery', { folders: [messagingMigrations, migrations], database });
    const report = await kept(store);
    const id = deliveryIdOf(report, destination);
    const bytes = Buffer.from(`MSH|^~\\&|OSTEON||||||ORU^R01|${controlIdOf(id)}|P|2.5.1\rOBR|1\r`);
    const snapshot = { identity: controlIdOf(id), message: await store.put('delivery', bytes, 'application/hl7-v2') };
    const before = openEventStore({
      service: 'delivery',
      transactions: killed.transactions,
      aggregates: [deliveries, distributions],
      projections: [deliveriesProjection, attemptsProjection],
      clock: time.clock,
    });
    await before.transact(context(actor('delivery'), { at: at.signed }), async (unit) => {
      await unit.decide(deliveries, id, (delivery) => planDelivery(delivery, { destination, report, plannedAt: at.signed }));
      await unit.decide(deliveries, id, (delivery) => beginAttempt(delivery, snapshot));
    });
    await killed.close();

    world = await others(kafka);
    await world.saySite({ ...site, receivers: [{ ...receiver, port: emr.port }] });
    service = await testService(AppModule, { kafka, database, objects, clock: time.clock });
    const attempts = async () => (await service.ask({ by: mrOps, path: `/deliveries/${id}/attempts` })).body;
    await waitUntil(async () => JSON.stringify(await attempts()).includes('"uncertain"'), 'the attempt to be uncertain');
    expect(await attempts()).toMatchObject({ attempts: [{ attempt: 1, outcome: 'uncertain', answer: 'the sender ended during the attempt' }] });
    expect(emr.received).toEqual([]);

    time.advance(10_000);
    await waitUntil(() => emr.received.length > 0, 'the record system to have it');
    await waitUntil(async () => JSON.stringify(await attempts()).includes('"delivered"'), 'the answer to be recorded');
    expect(emr.received).toEqual([bytes]);
    expect(await attempts()).toMatchObject({ attempts: [{ attempt: 1 }, { attempt: 2, outcome: 'delivered', answer: 'AA', identity: controlIdOf(id) }] });
  }, 180_000);
});
