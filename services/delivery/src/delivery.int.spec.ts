import { readKeywords } from '@osteon/dicom';
import { parseMessage, read } from '@osteon/hl7';
import { mrOps, NORTH, SOUTH, waitUntil } from '@osteon/testing';
import { reporting } from '@osteon/contracts';
import { controlIdOf } from './delivery/delivery-id.js';
import { deliveryOf, numbered, openHospital, type Hospital } from './testing/hospital.story.js';
import { thread } from './testing/others.story.js';
import { testEmr } from './testing/peers.story.js';
import { archive, patient, receiver, site } from './testing/report-a1.story.js';

const tenSeconds = 10_000;

describe('a signed report', () => {
  let hospital: Hospital;
  /** Another patient in each test, so that no test waits for another one's reports. */
  let patientId = '';
  let tests = 0;

  beforeAll(async () => {
    hospital = await openHospital();
  }, 180_000);
  afterAll(() => hospital?.stop());
  beforeEach(() => {
    patientId = numbered('a', (tests += 1));
    hospital.emr.mood = 'AA';
    hospital.pacs.status = 0;
  });

  /** MSH-10 of what the record system has from this report. */
  const arrived = (report: reporting.ReportSignedV1): Buffer[] => {
    const id = controlIdOf(deliveryOf(report, 'emr'));
    return hospital.emr.received.filter((bytes) => read(parseMessage(bytes), 'MSH-10') === id);
  };
  const objects = (report: reporting.ReportSignedV1) =>
    hospital.pacs.received.filter(({ file }) => readKeywords(file)['StudyInstanceUID'] === report.studyInstanceUID);
  const saidAbout = (report: reporting.ReportSignedV1, kind: 'emr' | 'pacs') =>
    hospital.world.heard.filter(({ data }) => JSON.stringify(data).includes(deliveryOf(report, kind)));

  it('reaches the record system and the archive once, and both answers are told', async () => {
    const report = await hospital.report(1, { patientId, studyInstanceUID: '2.25.101' });
    await hospital.world.saySigned(report);
    await hospital.reaches(report, 'emr', 'delivered');
    await hospital.reaches(report, 'pacs', 'delivered');

    const [message] = arrived(report).map((bytes) => parseMessage(bytes));
    expect(message && ['PID-5', 'OBR-18', 'OBX-5'].map((position) => read(message, position))).toEqual(['Okafor', 'A1', '2.25.101']);
    const [object] = objects(report);
    expect(object && readKeywords(object.file)).toMatchObject({ PatientID: '483920', Modality: 'DOC' });

    const [toEmr] = await waitUntil(() => saidAbout(report, 'emr').length > 0 && saidAbout(report, 'emr'), 'delivery to say so');
    expect(toEmr).toMatchObject({
      type: 'osteon.delivery.ReportDelivered.v1',
      key: report.examId,
      correlationId: thread,
      data: { examId: report.examId, revision: 1, attempts: 1, answer: 'AA', destination: { kind: 'emr', id: receiver.id } },
    });
    const [toPacs] = await waitUntil(() => saidAbout(report, 'pacs').length > 0 && saidAbout(report, 'pacs'), 'delivery to say so');
    expect(toPacs).toMatchObject({ data: { answer: '0000', identity: object?.SOPInstanceUID } });
  }, 180_000);

  it('heard twice, and again after the inbox was pruned, has one effect', async () => {
    const report = await hospital.report(2, { patientId, studyInstanceUID: '2.25.102' });
    const eventId = '0190e000-0000-7000-8000-0000000000ee';
    await hospital.world.saySigned(report, 4, eventId);
    await hospital.world.saySigned(report, 4, eventId);
    await hospital.reaches(report, 'emr', 'delivered');
    await hospital.service.database.pool.query('delete from inbox');
    await hospital.siteIs({ receivers: [{ ...receiver, port: hospital.emr.port }, { ...receiver, id: 'his', port: hospital.emr.port }] });
    await hospital.world.saySigned(report, 4, eventId);
    const marker = await hospital.report(3, { examId: report.examId, patientId });
    await hospital.siteIs({});
    await hospital.world.saySigned(marker, 1);
    await hospital.reaches(marker, 'emr', 'delivered');
    await hospital.reaches(report, 'pacs', 'delivered');
    expect([arrived(report).length, objects(report).length]).toEqual([1, 1]);
    expect((await hospital.lines(report.examId)).filter(({ destination }) => destination.id === 'his')).toEqual([]);
  }, 180_000);

  it('that the record system refuses is not sent again by itself, but by a person, as it was', async () => {
    hospital.emr.mood = 'AE';
    const report = await hospital.report(10, { patientId });
    await hospital.world.saySigned(report);
    const refused = await hospital.reaches(report, 'emr', 'refused');
    expect(refused).toMatchObject({ answer: 'AE', attempts: 1, identity: controlIdOf(refused.deliveryId) });
    await waitUntil(() => saidAbout(report, 'emr').some(({ type }) => type === 'osteon.delivery.DeliveryRefused.v1'), 'delivery to say so');

    hospital.time.advance(24 * 3_600_000);
    const later = await hospital.report(11, { patientId });
    await hospital.world.saySigned(later);
    await hospital.reaches(later, 'emr', 'refused');
    expect(arrived(report)).toHaveLength(1);

    hospital.emr.mood = 'AA';
    const asked = { by: mrOps, method: 'POST', path: `/deliveries/${refused.deliveryId}/resend`, ifMatch: refused.version } as const;
    expect((await hospital.service.ask(asked)).status).toBe(204);
    expect(await hospital.reaches(report, 'emr', 'delivered')).toMatchObject({ attempts: 2 });
    expect(arrived(report)[1]).toEqual(arrived(report)[0]);
  }, 180_000);

  it('that nobody answers is uncertain, goes again under the same number, and holds back its own patient only', async () => {
    hospital.emr.mood = 'silent';
    const [first, second, other] = [await hospital.report(20, { patientId }), await hospital.report(21, { patientId }), await hospital.report(22)];
    await hospital.world.saySigned(first);
    await hospital.reaches(first, 'emr', 'uncertain');
    await waitUntil(() => saidAbout(first, 'emr').some(({ type }) => type === 'osteon.delivery.DeliveryUncertain.v1'), 'delivery to say so');

    hospital.emr.mood = 'AA';
    hospital.time.advance(1);
    await hospital.world.saySigned(second);
    await hospital.world.saySigned(other);
    await hospital.reaches(other, 'emr', 'delivered');
    await hospital.reaches(second, 'emr', 'pending');
    expect([arrived(first).length, arrived(second).length]).toEqual([1, 0]);

    hospital.time.advance(tenSeconds);
    await hospital.reaches(second, 'emr', 'delivered');
    expect(await hospital.reaches(first, 'emr', 'delivered')).toMatchObject({ attempts: 2 });
    expect(arrived(first)[1]).toEqual(arrived(first)[0]);
    expect(hospital.emr.ids().slice(-2)).toEqual([controlIdOf(deliveryOf(first, 'emr')), controlIdOf(deliveryOf(second, 'emr'))]);
  }, 180_000);

  it('waits for a record system that is away, or wants it later', async () => {
    const place = await testEmr();
    await hospital.siteIs({ receivers: [{ ...receiver, port: place.port }] });
    await place.close();
    const report = await hospital.report(30, { patientId });
    await hospital.world.saySigned(report);
    await waitUntil(async () => (await hospital.lines(report.examId))[0]?.answer === 'ECONNREFUSED', 'an attempt that was not sent');

    const back = await testEmr(place.port);
    back.mood = 'AR';
    hospital.time.advance(tenSeconds);
    await waitUntil(async () => (await hospital.lines(report.examId))[0]?.answer === 'AR', 'an answer for later');
    back.mood = 'AA';
    hospital.time.advance(3 * tenSeconds);
    expect(await hospital.reaches(report, 'emr', 'delivered')).toMatchObject({ attempts: 3 });
    expect(saidAbout(report, 'emr').some(({ type }) => type !== 'osteon.delivery.ReportDelivered.v1')).toBe(false);
    await hospital.siteIs({});
    await back.close();
  }, 180_000);

  it('with a name that the receiver cannot have is parked, and goes when the receiver can', async () => {
    const polish = { ...patient, patientId, name: { family: 'Żółkiewska', given: 'Zofia' } };
    const patientBlock = await hospital.service.objects.putJson('reporting', reporting.patientBlock, polish);
    const report = await hospital.report(40, { patientId, patientBlock });
    await hospital.world.saySigned(report);
    const parked = await hospital.reaches(report, 'emr', 'parked');
    expect(parked).toMatchObject({ attempts: 0, answer: 'MESSAGE_NOT_BUILT 102 PID-5' });

    hospital.time.advance(1);
    const [behind, other] = [await hospital.report(41, { patientId }), await hospital.report(42)];
    await hospital.world.saySigned(behind);
    await hospital.world.saySigned(other);
    await hospital.reaches(other, 'emr', 'delivered');
    await hospital.reaches(behind, 'pacs', 'delivered');
    expect(await hospital.reaches(behind, 'emr', 'pending')).toMatchObject({ attempts: 0 });

    await hospital.siteIs({ receivers: [{ ...receiver, port: hospital.emr.port, charset: 'UNICODE UTF-8' }] });
    const resend = (ifMatch?: number) => hospital.service.ask({ by: mrOps, method: 'POST', path: `/deliveries/${parked.deliveryId}/resend`, ifMatch });
    expect([(await resend()).status, (await resend(parked.version + 1)).status, (await resend(parked.version)).status]).toEqual([428, 412, 204]);
    await hospital.reaches(report, 'emr', 'delivered');
    expect(arrived(report).map((bytes) => read(parseMessage(bytes), 'PID-5'))).toEqual(['Żółkiewska']);
    expect(await hospital.reaches(behind, 'emr', 'delivered')).toMatchObject({ attempts: 1 });
    await hospital.siteIs({});
  }, 180_000);

  it('to a destination that the facility no longer has is parked', async () => {
    hospital.emr.mood = 'silent';
    const report = await hospital.report(50, { patientId });
    await hospital.world.saySigned(report);
    await hospital.reaches(report, 'emr', 'uncertain');
    await hospital.siteIs({ receivers: [] });
    hospital.time.advance(tenSeconds);
    expect(await hospital.reaches(report, 'emr', 'parked')).toMatchObject({ answer: 'DESTINATION_UNKNOWN', attempts: 1 });
    await hospital.siteIs({});
  }, 180_000);

  it('that the archive has no room for goes again as the same object', async () => {
    hospital.pacs.status = 0xa700;
    const report = await hospital.report(60, { patientId, studyInstanceUID: '2.25.160' });
    await hospital.world.saySigned(report);
    await waitUntil(async () => (await hospital.lines(report.examId)).some(({ answer }) => answer === 'A700'), 'the archive to be full');
    hospital.pacs.status = 0;
    hospital.time.advance(tenSeconds);
    expect(await hospital.reaches(report, 'pacs', 'delivered')).toMatchObject({ attempts: 2, destination: { id: archive.id } });
    const [first, second] = objects(report);
    expect(second).toEqual(first);
  }, 180_000);

  it('of a facility that delivery has never heard of is parked as a message, not lost', async () => {
    const report = await hospital.report(70, { patientId, facilityId: SOUTH });
    await hospital.world.saySigned(report);
    const parked = 'select reason from parked_messages where key = $1';
    const { rows } = await waitUntil(async () => {
      const found = await hospital.service.database.pool.query(parked, [report.examId]);
      return found.rowCount ? found : undefined;
    }, 'the message to be parked');
    expect(rows).toEqual([{ reason: 'failed' }]);
    expect([site.facilityId, await hospital.lines(report.examId)]).toEqual([NORTH, []]);
  }, 180_000);
});
