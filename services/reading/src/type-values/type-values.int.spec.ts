import { modalityGateway, reading, reporting, scheduling, type ObjectRef } from '@osteon/contracts';
import { managerTransaction } from '@osteon/event-store';
import { conversation, testService, type Conversation, type TestAnswer, type TestService } from '@osteon/platform/testing';
import { drKim, drLee, drSilva, mrTanaka, msBauer, msFrank, msOkafor, testKafka, waitUntil } from '@osteon/testing';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { AppModule } from '../app.module.js';
import { fromGateway, fromScheduling, object, received, scheduled } from '../testing/exam-a1.story.js';

const { examId } = scheduled;
const patient: scheduling.PatientV1 = { patientId: scheduled.patientId, version: 1, identifiers: [msOkafor.identifier], name: msOkafor.name, birthDate: msOkafor.birthDate, sex: msOkafor.sex };
const neck = { site: 'hip', side: 'left', region: 'femoral-neck', field: 'tScore' } as const;
const withheld = { code: 'SOURCES_DISAGREE', sopInstanceUID: '1.2.3', ...neck } as const;
const detail = 'femoral-neck left tScore: ge-sr -2.6, ge-xml -2.3';
const quality = [
  { site: 'lumbar-spine', status: 'adequate' },
  { site: 'hip', side: 'left', status: 'adequate' },
];
const pageShape = z.looseObject({
  version: z.number(),
  state: z.string(),
  reviewLapsed: z.boolean(),
  numbersToConfirm: z.boolean(),
  numbersMissing: z.boolean(),
  scans: z.unknown(),
  problems: z.unknown(),
  typed: z.unknown(),
  assessment: z.looseObject({ hash: z.string(), diagnosis: z.looseObject({ category: z.string() }) }).optional(),
});

/** What the gateway says: spine and neck, the neck's T-score withheld or as given. */
const scanWith = (tScore: number | undefined, readerOutput: ObjectRef, problems = [withheld] as modalityGateway.ScanReceivedV1['problems']): modalityGateway.ScanReceivedV1 => ({
  ...received,
  readerOutput,
  problems,
  scans: received.scans.map((scan) => ({ ...scan, regions: scan.regions.map(({ tScore: old, ...row }) => ({ ...row, ...(scan.site === 'hip' ? (tScore === undefined ? {} : { tScore }) : { tScore: old }) })) })),
});

describe('values typed by hand', () => {
  let service: TestService;
  let others: Conversation;
  let output: ObjectRef;

  const path = `/studies-to-read/${examId}`;
  const page = async (by = drLee) => pageShape.parse((await service.ask({ by, path })).body);
  const item = async () => z.object({ items: z.array(z.looseObject({})) }).parse((await service.ask({ by: drLee, path: '/reading-list' })).body).items[0];
  const assessed = () =>
    waitUntil(async () => {
      const shown = await page();
      return shown.assessment ? { ...shown, assessment: shown.assessment } : undefined;
    }, 'the assessment');
  const type = (value: number | null, ifMatch: number, by = mrTanaka, reason = 'Read from the report page'): Promise<TestAnswer> =>
    service.ask({ by, method: 'POST', path: `${path}/values`, ifMatch, body: { values: [{ ...neck, value }], reason } });
  const review = (assessmentHash: string, ifMatch: number) =>
    service.ask({ by: drLee, method: 'POST', path: `${path}/review`, ifMatch, body: { quality, excluded: [], assessmentHash } });
  const sayScan = (scan: modalityGateway.ScanReceivedV1, version: number) =>
    others.say(modalityGateway.ScanExtended, scan, { key: examId, subject: fromGateway.subject, version });
  const facts = () => service.store.readStream(`study-to-read-${examId}`);

  beforeAll(async () => {
    const kafka = await testKafka();
    others = conversation(kafka, ['reading.events']);
    service = await testService(AppModule, { kafka });
    output = await service.objects.putJson('modality-gateway', z.unknown(), { studies: [{ header: { patientId: '483920' }, problems: [{ code: 'SOURCES_DISAGREE', sopInstanceUID: '1.2.3', detail }] }] });
    const details = await service.objects.putJson('scheduling', scheduling.examDetails, { indication: 'Screening' });
    await others.say(scheduling.Patient, patient, { key: patient.patientId, subject: `patients/${patient.patientId}` });
    await others.say(scheduling.ExamScheduled, { ...scheduled, details }, { key: examId, subject: fromScheduling.subject });
    await others.say(modalityGateway.ScanReceived, scanWith(undefined, output), { key: examId, subject: fromGateway.subject, version: 4 });
    await waitUntil(async () => (await service.ask({ by: drLee, path })).status === 200, 'the exam');
  }, 180_000);
  afterAll(async () => {
    await service?.stop();
    await others?.close();
  });

  it('are asked for where the readers have withheld one, on the list and with its place on the page', async () => {
    const shown = await assessed();
    expect(shown.assessment.diagnosis.category).toBe('low-bone-density');
    expect(await item()).toMatchObject({ numbersMissing: false, numbersToConfirm: true, problems: [{ code: 'SOURCES_DISAGREE' }] });
    expect(shown).toMatchObject({ numbersToConfirm: true, problems: [{ ...withheld, detail }], typed: [] });
    expect(JSON.stringify(shown.problems)).not.toContain('483920');
  });

  it('are kept with who, when, why, the old and the new value, and the exam is judged again by them', async () => {
    const before = await page();
    const typed = await type(-2.6, before.version);
    expect(typed).toMatchObject({ status: 200, body: { state: 'ready' } });
    const shown = await assessed();
    expect(shown).toMatchObject({ numbersToConfirm: false, assessment: { diagnosis: { category: 'osteoporosis', basis: { region: 'femoral-neck', score: -2.6 } } } });
    expect(shown.problems).toMatchObject([{ code: 'SOURCES_DISAGREE', answered: true }]);
    expect(shown.typed).toMatchObject([{ ...neck, value: -2.6, by: { userId: 'mr-tanaka', name: 'Mr Tanaka' }, reason: 'Read from the report page' }]);
    expect(JSON.stringify(shown.scans)).toContain('"typed":[{"field":"tScore","by":"mr-tanaka"');
    expect(await item()).toMatchObject({ numbersToConfirm: false, problems: [], diagnosis: { category: 'osteoporosis' } });
    expect(JSON.stringify(await facts())).not.toMatch(/Mr Tanaka|Read from the report page/);
  });

  it('want the version that was seen, a role and a hospital, a reason, and a value that can be', async () => {
    const { version } = await page();
    expect((await type(-2.4, version - 1)).status).toBe(412);
    expect((await type(-2.4, version, msFrank)).status).toBe(403);
    expect((await type(-2.4, version, msBauer)).status).toBe(403);
    expect(await type(-2.4, version, drSilva)).toMatchObject({ status: 403, body: { code: 'TYPIST_NOT_ALLOWED' } });
    expect((await type(-2.4, version, mrTanaka, '  ')).status).toBe(400);
    expect(await type(-24, version)).toMatchObject({ status: 422, body: { code: 'VALUE_IMPLAUSIBLE' } });
    expect((await page()).version).toBe(version);
  });

  it('have the review of the numbers before lapse: it is said, and the next review is of what stands now', async () => {
    const claim = await service.ask({ by: drLee, method: 'POST', path: `${path}/claim`, ifMatch: (await page()).version });
    expect(claim.status).toBe(200);
    const { assessment, version } = await assessed();
    expect(await review(assessment.hash, version)).toMatchObject({ status: 200, body: { reviewVersion: 1 } });
    const reviewed = await page();
    expect(await type(-2.4, reviewed.version, drKim)).toMatchObject({ status: 409, body: { code: 'ALREADY_CLAIMED' } });
    expect((await type(-2.4, reviewed.version)).status).toBe(200);
    const [said] = await waitUntil(() => (others.heard(reading.ReviewLapsed).length > 0 ? others.heard(reading.ReviewLapsed) : undefined), 'ReviewLapsed on Kafka');
    expect(said).toMatchObject({ key: examId, data: { examId, reviewVersion: 1, because: 'VALUE_TYPED' } });
    const now = await assessed();
    expect(now).toMatchObject({ state: 'claimed', reviewLapsed: true, assessment: { diagnosis: { category: 'low-bone-density' } } });
    expect(await item()).toMatchObject({ state: 'claimed', reviewLapsed: true });
    expect(await review(assessment.hash, now.version)).toMatchObject({ status: 409, body: { code: 'ASSESSMENT_DIFFERS' } });
    expect(await review(now.assessment.hash, now.version)).toMatchObject({ status: 200, body: { reviewVersion: 2 } });
    expect(await page()).toMatchObject({ state: 'reviewed', reviewLapsed: false });
    const second = await waitUntil(() => others.heard(reading.ScanReviewed)[1], 'the second review on Kafka');
    const content = await service.objects.getJson(second.data.content.key, reading.reviewContent);
    expect(content.scans[1]?.regions[0]).toMatchObject({ tScore: -2.4, typed: [{ field: 'tScore', by: 'mr-tanaka', name: 'Mr Tanaka' }] });
  });

  it('do not count against a device that comes to say something new, nor does the device, until a person has looked', async () => {
    await sayScan(scanWith(-2.2, output, []), 6);
    const found = await waitUntil(async () => {
      const shown = await page();
      return shown.numbersToConfirm ? shown : undefined;
    }, 'the contradiction');
    expect(found.problems).toEqual([{ code: 'TYPED_VALUE_CONTRADICTED', ...neck, typed: -2.4, device: -2.2 }]);
    expect(JSON.stringify(found.scans)).not.toMatch(/-2\.2|-2\.4/);
    expect(found).toMatchObject({ state: 'ready', reviewLapsed: true });
    await waitUntil(() => others.heard(reading.ReviewLapsed).length === 2, 'the second lapse on Kafka');

    expect((await type(-2.2, (await assessed()).version)).status).toBe(200);
    const settled = await assessed();
    expect(settled).toMatchObject({ numbersToConfirm: false, problems: [] });
    expect(JSON.stringify(settled.scans)).not.toContain('typed');
    expect(settled.typed).toHaveLength(3);
  });

  it('can give an exam all its numbers where the device has sent none', async () => {
    await sayScan({ ...scanWith(undefined, output), scans: [], problems: [{ code: 'NO_RESULTS' }] }, 8);
    await waitUntil(async () => (await page()).numbersMissing, 'the missing numbers');
    expect(await item()).toMatchObject({ numbersMissing: true, numbersToConfirm: false, sites: [] });
    const spine = { site: 'lumbar-spine', region: 'L1-L4' } as const;
    const values = [{ ...spine, field: 'bmd', value: 0.941 }, { ...spine, field: 'tScore', against: 'female', value: -2 }, { ...spine, field: 'zScore', value: -0.4 }];
    const body = { values, reason: 'No results came: read from the printed report' };
    const typed = await service.ask({ by: mrTanaka, method: 'POST', path: `${path}/values`, ifMatch: (await assessed()).version, body });
    expect(typed.status).toBe(200);
    expect(await assessed()).toMatchObject({ numbersMissing: false, assessment: { diagnosis: { category: 'low-bone-density', basis: { region: 'L1-L4', score: -2 } } } });
    expect(await item()).toMatchObject({ numbersMissing: false, sites: [{ site: 'lumbar-spine' }] });
  });

  it('are refused once the report is signed; one that was signed on older numbers is marked', async () => {
    const report = object('reporting', 'a');
    const { orders, studyInstanceUID, accessionNumber, patientId } = scheduled;
    const data = { reportId: '0190a000-0000-7000-8000-0000000000e1', examId, facilityId: 'NORTH', patientId, revision: 1, reviewVersion: 2, signedBy: 'dr-lee', signedAt: '2026-03-02T09:05:00.000Z', studyInstanceUID, accessionNumber, orders };
    await others.say(reporting.ReportSigned, { ...data, pdf: report, content: report, patientBlock: report }, { key: examId, subject: 'report-1', version: 3 });
    const signed = await waitUntil(async () => {
      const shown = await page();
      return shown.state === 'signed' ? shown : undefined;
    }, 'the signed exam');
    expect(signed).toMatchObject({ signedLapsed: true });
    expect(await type(-2, signed.version)).toMatchObject({ status: 409, body: { code: 'ALREADY_SIGNED' } });
  });

  it('stand in lists that equal what a rebuild makes of the facts', async () => {
    const sql = managerTransaction(service.get(DataSource).manager);
    const rows = () => sql.query('select * from studies_to_read order by exam_id');
    const before = await rows();
    await service.store.rebuild('studies-to-read');
    await service.store.rebuild('studies-to-assess');
    expect(await rows()).toEqual(before);
    expect(await sql.query('select * from studies_to_assess')).toEqual([]);
  });
});
