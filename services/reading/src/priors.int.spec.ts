import { modalityGateway, scheduling } from '@osteon/contracts';
import type { Assessment } from '@osteon/densitometry';
import { conversation, testService, type Conversation, type TestService } from '@osteon/platform/testing';
import { drLee, msOkafor, NORTH, testKafka, waitUntil } from '@osteon/testing';
import { AppModule } from './app.module.js';
import { received, scheduled } from './testing/exam-a1.story.js';

const numbered = (n: number): string => `0190b000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const before = numbered(99);

describe('a follow-up in reading', () => {
  let service: TestService;
  let others: Conversation;

  beforeAll(async () => {
    const kafka = await testKafka();
    others = conversation(kafka, ['reading.events']);
    service = await testService(AppModule, { kafka });
    const patient: scheduling.PatientV1 = { patientId: scheduled.patientId, version: 1, identifiers: [msOkafor.identifier], name: msOkafor.name, birthDate: msOkafor.birthDate, sex: msOkafor.sex };
    const lost = { ...patient, patientId: before, identifiers: [{ value: '99', authority: 'NORTH' }], mergedInto: patient.patientId };
    for (const each of [patient, lost]) await others.say(scheduling.Patient, each, { key: each.patientId, subject: `patients/${each.patientId}` });
    const precision = [{ scannerSerial: received.scanner.serial ?? '', site: 'lumbar-spine', regions: 'L1-L4', lscGcm2: 0.03, validFrom: '2020-01-01' }];
    const nobody = { senders: [], devices: [], receivers: [], archives: [] };
    const site = { facilityId: NORTH, name: 'North Hospital', assigningAuthority: 'NORTH', zone: 'Europe/Berlin', languages: ['en'], policy: 'default', letterhead: { lines: [] }, version: 1 };
    await others.say(scheduling.Site, { ...site, ...nobody, precision }, { key: NORTH, subject: `sites/${NORTH}` });
    const known = 'select (select count(*) from replica_patients) + (select count(*) from replica_sites) as all';
    await waitUntil(async () => Number((await service.database.pool.query(known)).rows[0].all) === 3, 'patients and site to be heard');
  }, 180_000);
  afterAll(async () => {
    await service?.stop();
    await others?.close();
  });

  /** An exam of hers on that day: heard, and judged. */
  const judged = async (n: number, performedOn: string, bmd: number, patientId = scheduled.patientId): Promise<Assessment> => {
    const examId = numbered(n);
    const details = await service.objects.putJson('scheduling', scheduling.examDetails, { indication: 'Follow-up' });
    await others.say(scheduling.ExamScheduled, { ...scheduled, examId, patientId, details }, { key: examId, subject: `exam-${examId}` });
    const scans = [{ site: 'lumbar-spine' as const, regions: [{ region: 'L1-L4', bmd }] }];
    const scan = { ...received, examId, patientId, acquisitionId: numbered(n + 1_000), performedOn, scans };
    await others.say(modalityGateway.ScanReceived, scan, { key: examId, subject: `acquisition-${scan.acquisitionId}` });
    return waitUntil(async () => {
      const { body } = await service.ask({ by: drLee, path: `/studies-to-read/${examId}` });
      return (body as { assessment?: Assessment }).assessment;
    }, 'the assessment');
  };

  it('is compared with every earlier scan of hers, also under a number from before a merge, and never with a later one', async () => {
    expect((await judged(1, '2022-03-01', 1.01, before)).comparisons).toEqual([]);
    expect((await judged(2, '2024-03-01', 0.99)).comparisons).toMatchObject([{ priorExamId: numbered(1), changeGcm2: -0.02, significant: false }]);
    const latest = await judged(3, '2026-03-01', 0.95);
    expect(latest.comparisons.map(({ priorExamId, significant }) => [priorExamId, significant])).toEqual([
      [numbered(2), true],
      [numbered(1), true],
    ]);
    expect((await judged(4, '2021-03-01', 1.02)).comparisons).toEqual([]);
  });

  it('says in its sentences by how much, against the facility’s least significant change', async () => {
    const { sentences } = await judged(5, '2026-09-01', 0.9);
    const said = sentences.filter(({ section }) => section === 'comparison').map(({ text }) => text).join(' ');
    expect(said).toContain('0.050');
    expect(said).toContain('0.030');
  });
});
