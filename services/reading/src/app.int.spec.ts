import { objectRef, reading, reporting, scheduling, modalityGateway } from '@osteon/contracts';
import { conversation, testService, type Conversation, type TestAnswer, type TestService } from '@osteon/platform/testing';
import { assess, assessInput } from '@osteon/densitometry';
import { pruneInbox, sitesReplica } from '@osteon/messaging';
import { managerTransaction } from '@osteon/event-store';
import { drKim, drLee, drSilva, msFrank, msOkafor, testKafka, waitUntil } from '@osteon/testing';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { AppModule } from './app.module.js';
import { policyCalled } from './assess-study/policy-in-force.js';
import { studyToRead } from './study-to-read/study-to-read.aggregate.js';
import { fromGateway, fromScheduling, northSite, object, received, scheduled } from './testing/exam-a1.story.js';

const { examId } = scheduled;
const patient: scheduling.PatientV1 = {
  patientId: scheduled.patientId,
  version: 1,
  identifiers: [msOkafor.identifier],
  name: msOkafor.name,
  birthDate: msOkafor.birthDate,
  sex: msOkafor.sex,
};
const quality = [
  { site: 'lumbar-spine', status: 'adequate' },
  { site: 'hip', side: 'left', status: 'adequate' },
];

const storedJudgement = z.looseObject({ policy: z.string(), policyDocument: z.unknown(), input: z.unknown(), assessment: z.unknown() });

const judgement = z.looseObject({ hash: z.string(), findings: z.array(z.looseObject({ code: z.string(), level: z.string(), at: z.string() })) });

const field = ({ body }: TestAnswer, name: string): unknown => (typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined);
const version = (answer: TestAnswer): number => Number(field(answer, 'version'));

describe('an exam in reading', () => {
  let service: TestService;
  let others: Conversation;
  const page = (by = drLee) => service.ask({ by, path: `/studies-to-read/${examId}` });
  const events = async () => (await service.store.readStream(`study-to-read-${examId}`)).map(({ event }) => event.type);

  beforeAll(async () => {
    const kafka = await testKafka();
    others = conversation(kafka, ['reading.events']);
    service = await testService(AppModule, { kafka });
    await service.objects.putJson('scheduling', scheduling.examDetails, { indication: 'Screening' });
  }, 180_000);
  afterAll(async () => {
    await service?.stop();
    await others?.close();
  });

  const details = () => service.objects.putJson('scheduling', scheduling.examDetails, { indication: 'Screening for osteoporosis' });
  const sayOrder = async (id?: string) =>
    others.say(scheduling.ExamScheduled, { ...scheduled, details: await details() }, { key: examId, subject: fromScheduling.subject }, id);
  const sayScan = (id?: string) => others.say(modalityGateway.ScanReceived, received, { key: examId, subject: fromGateway.subject, version: 4 }, id);

  const replicaVersion = async () => {
    const sql = managerTransaction(service.get(DataSource).manager);
    return (await sitesReplica.find(sql, received.facilityId))?.version;
  };
  /** North Hospital brings a policy of its own. */
  const sayPolicy = async (siteVersion: number) => {
    await others.say(scheduling.Site, northSite(siteVersion), { key: received.facilityId, subject: `sites/${received.facilityId}` });
    await waitUntil(async () => (await replicaVersion()) === siteVersion, 'the document of the hospital');
  };

  it('is judged once order, scan and patient are heard, in whatever order they come', async () => {
    await sayScan();
    await sayOrder();
    await waitUntil(async () => (await page()).status === 200, 'the page of the exam');
    expect(field(await page(), 'assessment')).toBeUndefined();

    await sayPolicy(3);
    await others.say(scheduling.Patient, patient, { key: patient.patientId, subject: `patients/${patient.patientId}` });
    const shown = await waitUntil(async () => {
      const answer = await page();
      return field(answer, 'assessment') ? answer : undefined;
    }, 'the assessment');
    expect(shown.body).toMatchObject({
      state: 'ready',
      patient: { name: { family: 'Okafor' } },
      exam: { indication: 'Screening for osteoporosis', heightM: 1.62 },
      assessment: { policy: { id: 'north-hospital', version: 3 }, score: { kind: 'T' }, diagnosis: { category: 'osteoporosis', basis: { region: 'femoral-neck', score: -2.6 } } },
    });
  });

  it('stands on the list of the physicians of its hospital only', async () => {
    const list = await service.ask({ by: drLee, path: '/reading-list' });
    expect(list.body).toMatchObject({ items: [{ examId, state: 'ready', numbersMissing: false, diagnosis: { category: 'osteoporosis' } }] });
    expect((await service.ask({ by: drSilva, path: '/reading-list' })).body).toEqual({ items: [] });
    expect((await page(drSilva)).status).toBe(404);
  });

  it('is judged again when its scan has grown, however often that is said', async () => {
    const grown = { ...received, scans: received.scans.map((scan) => ({ ...scan, mode: 'standard' })) };
    const say = () => others.say(modalityGateway.ScanExtended, grown, { key: examId, subject: fromGateway.subject, version: 6 });
    await say();
    await say();
    await waitUntil(async () => JSON.stringify(field(await page(), 'scans')).includes('standard'), 'the grown scan');
    await waitUntil(async () => field(await page(), 'assessment'), 'its assessment');
    expect((await events()).filter((type) => type === 'ScanArrived')).toHaveLength(2);
  });

  it('stays on the list, marked, where it is cancelled while its scan is on the way, and is no longer marked once it is scheduled again', async () => {
    const cancelled = async () => field(await page(), 'cancelled');
    const { facilityId, patientId, accessionNumber } = scheduled;
    const cancel = () =>
      others.say(scheduling.ExamCancelled, { examId, facilityId, patientId, accessionNumber }, { key: examId, subject: fromScheduling.subject, version: 2 });
    await cancel();
    await cancel();
    await waitUntil(cancelled, 'the mark');
    expect((await service.ask({ by: drLee, path: '/reading-list' })).body).toMatchObject({ items: [{ examId, state: 'ready', cancelled: true }] });
    expect((await events()).filter((type) => type === 'ExamCancelled')).toHaveLength(1);
    await others.say(scheduling.ExamScheduled, { ...scheduled, details: await details() }, { key: examId, subject: fromScheduling.subject, version: 3 });
    await waitUntil(async () => (await cancelled()) === false, 'the exam to stand again');
  });

  it('keeps its doors shut to whoever does not read', async () => {
    expect((await service.ask({ by: msFrank, path: '/reading-list' })).status).toBe(403);
    expect((await service.ask({ path: '/reading-list' })).status).toBe(401);
    expect((await service.ask({ by: msFrank, method: 'POST', path: `/studies-to-read/${examId}/claim`, ifMatch: 1 })).status).toBe(403);
  });

  it('changes nothing when order and scan are heard again, nor when the inbox has forgotten them', async () => {
    const before = await events();
    const repeated = 'b1f6c0de-0000-4000-8000-000000000001';
    await sayOrder(repeated);
    await sayOrder(repeated);
    await sayScan();
    const sql = managerTransaction(service.get(DataSource).manager);
    const isInInbox = async () => (await sql.query('select 1 from inbox where message_id = $1', [repeated])).length === 1;
    await waitUntil(isInInbox, 'the repeated order in the inbox');
    await pruneInbox(sql, new Date('2100-01-01'));
    await sayOrder(repeated);
    await sayScan();
    await waitUntil(isInInbox, 'the order again after pruning');
    expect(await events()).toEqual(before);
  });

  it('is taken, reviewed and said to the others', async () => {
    const shown = await page();
    const claim = await service.ask({ by: drLee, method: 'POST', path: `/studies-to-read/${examId}/claim`, ifMatch: version(shown) });
    expect(claim).toMatchObject({ status: 200, body: { state: 'claimed' } });
    const taken = await service.ask({ by: drKim, method: 'POST', path: `/studies-to-read/${examId}/claim`, ifMatch: version(claim) });
    expect(taken).toMatchObject({ status: 409, body: { code: 'ALREADY_CLAIMED' } });
    const reader = { userId: 'dr-lee', name: 'Dr Lee' };
    expect((await page(drKim)).body).toMatchObject({ claimedBy: reader });
    expect((await service.ask({ by: drKim, path: '/reading-list' })).body).toMatchObject({ items: [{ claimedBy: reader }] });
    expect(JSON.stringify(await service.store.readStream(`study-to-read-${examId}`))).not.toContain('Dr Lee');

    await sayPolicy(4);
    const assessment = field(shown, 'assessment');
    const assessmentHash = typeof assessment === 'object' && assessment !== null ? Reflect.get(assessment, 'hash') : undefined;
    const body = { quality, excluded: [], comment: 'Degenerative change at L4.', assessmentHash };
    const review = (ifMatch: number, change = {}) =>
      service.ask({ by: drLee, method: 'POST', path: `/studies-to-read/${examId}/review`, ifMatch, body: { ...body, ...change } });
    expect(await review(version(claim), { quality: quality.slice(0, 1) })).toMatchObject({ status: 422, body: { code: 'QUALITY_NOT_STATED' } });
    expect(await review(version(shown))).toMatchObject({ status: 412 });
    expect(await review(version(claim))).toMatchObject({ status: 200, body: { reviewVersion: 1 } });

    const [said] = await waitUntil(() => (others.heard(reading.ScanReviewed).length > 0 ? others.heard(reading.ScanReviewed) : undefined), 'ScanReviewed on Kafka');
    expect(said).toMatchObject({ key: examId, data: { examId, reviewVersion: 1, reviewedBy: 'dr-lee' } });
    const content = await service.objects.getJson(said?.data.content.key ?? '', reading.reviewContent);
    expect(content).toMatchObject({ quality, comment: 'Degenerative change at L4.', assessment: { diagnosis: { category: 'osteoporosis' } } });
    expect(JSON.stringify(content)).not.toContain('Okafor');
    expect(content.policy).toEqual({ id: 'north-hospital', version: 3, base: { id: 'default', version: 1 } });
    expect(content.sentences.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['NEXT_EXAM', 'SITE_CLINIC']));
    expect(others.heard(reading.ReadingStarted)).toHaveLength(1);
  });

  it('is made again byte for byte from what is stored of it, whatever the hospital has chosen since', async () => {
    const made = (await service.store.readStream(`study-to-read-${examId}`)).flatMap(({ event }) => (event.type === 'AssessmentMade' ? [event.data] : []));
    const bytes = async (ref: unknown) => (await service.objects.get(objectRef.parse(ref).key)).toString('utf8');
    const { policy, policyDocument, input, assessment } = storedJudgement.parse(made.at(-1));
    const used = policyCalled(policy, JSON.parse(await bytes(policyDocument)));
    expect(policy).toBe('north-hospital@3');
    expect(JSON.stringify(assess(assessInput.parse(JSON.parse(await bytes(input))), used))).toBe(await bytes(assessment));
  });

  it('leaves the list when its report is signed', async () => {
    const report = object('reporting', 'a');
    const data = {
      reportId: '0190a000-0000-7000-8000-0000000000e1',
      examId,
      facilityId: 'NORTH',
      patientId: scheduled.patientId,
      revision: 1,
      reviewVersion: 1,
      signedBy: 'dr-lee',
      signedAt: '2026-03-02T09:05:00.000Z',
      studyInstanceUID: scheduled.studyInstanceUID,
      accessionNumber: scheduled.accessionNumber,
      orders: scheduled.orders,
      pdf: report,
      content: report,
      patientBlock: report,
    };
    await others.say(reporting.ReportSigned, data, { key: examId, subject: 'report-1', version: 3 });
    await others.say(reporting.ReportSigned, data, { key: examId, subject: 'report-1', version: 3 });
    await waitUntil(async () => field(await page(), 'state') === 'signed', 'the signed exam');
    expect((await service.ask({ by: drLee, path: '/reading-list' })).body).toEqual({ items: [] });
    expect((await service.ask({ by: drLee, path: '/reading-list?state=signed' })).body).toMatchObject({ items: [{ examId, state: 'signed' }] });
    expect((await events()).filter((type) => type === 'StudySigned')).toHaveLength(1);
  });

  it('is not reviewed before a person has said why it can be signed in spite of what was found', async () => {
    const other = '0190a000-0000-7000-8000-0000000000f7';
    const [spine] = received.scans;
    const unsided = { site: 'hip' as const, regions: [{ region: 'femoral-neck', bmd: 0.677, tScore: -2.6 }] };
    const about = { examId: other, studyInstanceUID: '1.2.3.77' };
    await others.say(scheduling.ExamScheduled, { ...scheduled, ...about, accessionNumber: 'F7', details: await details() }, { key: other, subject: `exam-${other}` });
    const acquisitionId = '0190a000-0000-7000-8000-0000000000f8';
    await others.say(modalityGateway.ScanReceived, { ...received, ...about, acquisitionId, scans: spine ? [spine, unsided] : [] }, { key: other, subject: `acquisition-${acquisitionId}` });
    const path = `/studies-to-read/${other}`;
    const shown = await waitUntil(async () => {
      const answer = await service.ask({ by: drLee, path });
      return field(answer, 'assessment') ? answer : undefined;
    }, 'the assessment');
    const { hash, findings } = judgement.parse(field(shown, 'assessment'));
    const held = findings.filter(({ level, code }) => level === 'blocks-signing' && code !== 'QUALITY_NOT_STATED');
    expect(held).toMatchObject([{ code: 'SIDE_MISSING', at: '/exam/scans/1' }]);
    const claim = await service.ask({ by: drLee, method: 'POST', path: `${path}/claim`, ifMatch: version(shown) });
    const stated = [{ site: 'lumbar-spine', status: 'adequate' }, { site: 'hip', status: 'adequate' }];
    const review = (settled?: object[]) =>
      service.ask({ by: drLee, method: 'POST', path: `${path}/review`, ifMatch: version(claim), body: { quality: stated, excluded: [], assessmentHash: hash, settled } });
    const [at, reason] = ['/exam/scans/1', 'Left by its form on the image'];
    expect(await review()).toMatchObject({ status: 422, body: { code: 'FINDINGS_NOT_SETTLED', values: { findings: `SIDE_MISSING ${at}` } } });
    expect(await review([{ code: 'SIDE_MISSING', at, reason: '  ' }])).toMatchObject({ status: 400 });
    expect(await review([{ code: 'SIDE_MISSING', at, reason }])).toMatchObject({ status: 200, body: { reviewVersion: 1 } });
    expect((await service.ask({ by: drLee, path })).body).toMatchObject({ review: { settled: [{ code: 'SIDE_MISSING', at, reason }] } });
    expect(JSON.stringify(await service.store.readStream(`study-to-read-${other}`))).not.toContain(reason);
  });

  it('has lists that equal what a rebuild makes of the facts', async () => {
    const sql = managerTransaction(service.get(DataSource).manager);
    const rows = () => sql.query('select * from studies_to_read order by exam_id');
    const before = await rows();
    await service.store.rebuild('studies-to-read');
    await service.store.rebuild('studies-to-assess');
    expect(await rows()).toEqual(before);
    expect(await sql.query('select * from studies_to_assess')).toEqual([]);
    expect((await service.store.load(studyToRead, examId)).state.status).toBe('signed');
  });
});
