import { delivery, modalityGateway, reading, reporting } from '@osteon/contracts';
import { conversation, testService, type Conversation, type Saying, type TestService } from '@osteon/platform/testing';
import { drLee, drSilva, examA1, msBauer, msFrank, msNovak, msOkafor, NORTH, testKafka, waitUntil } from '@osteon/testing';
import { AppModule } from '../app.module.js';
import { north } from '../site/north.story.js';
import type { ExamLine } from './exam-lines.query.js';

const { examId } = examA1;
const of = { examId, facilityId: NORTH };
const acquisitionId = '0190a000-0000-7000-8000-0000000000aa';
const reportId = '0190a000-0000-7000-8000-0000000000bb';
const patientId = msOkafor.patientId;
const object = { key: `modality-gateway/${'a'.repeat(64)}`, size: 1, mediaType: 'application/json' };
const order = { accessionNumber: 'A1', studyInstanceUID: '1.2.3', service: { code: '77080', meaning: 'DXA', scheme: 'C4' } };
const from = (stream: string, version: number, key: string = examId): Saying => ({ key, subject: `${stream}-1`, version });
const delivered = (id: string, kind: 'emr' | 'pacs') => ({
  ...of,
  deliveryId: kind === 'emr' ? '0190a000-0000-7000-8000-0000000000c1' : '0190a000-0000-7000-8000-0000000000c2',
  reportId,
  revision: 1,
  destination: { id, kind },
  attempts: 1,
  identity: 'M1',
});

describe('the line of an exam', () => {
  let service: TestService;
  let others: Conversation;

  beforeAll(async () => {
    const kafka = await testKafka();
    others = conversation(kafka, []);
    service = await testService(AppModule, { kafka, environment: { OSTEON_MLLP_PORT: '0' } });
    await service.ask({ by: msNovak, method: 'PUT', path: '/sites/NORTH', body: north });
    const entered = await service.ask({
      by: msFrank,
      method: 'PUT',
      path: `/exams/${examId}`,
      body: {
        facilityId: NORTH,
        patient: { identifier: { value: '4711' }, name: { family: 'Okafor', given: 'Ada' }, birthDate: '1956-03-02', sex: 'female' },
        scheduledAt: '2026-05-03T22:30:00Z',
        procedure: { code: '77080', meaning: 'DXA bone density axial', scheme: 'C4' },
        priority: 'routine',
        accessionNumber: 'A1',
      },
    });
    expect(entered.status).toBe(201);
  }, 180_000);
  afterAll(async () => {
    await service?.stop();
    await others?.close();
  });

  const line = async (): Promise<ExamLine> => JSON.parse((await service.ask({ by: drLee, path: `/exams/${examId}` })).bytes.toString());
  const list = async (query: string, by = drLee) => (await service.ask({ by, path: `/exams?${query}` })).body;
  const untilStep = (name: string) =>
    waitUntil(async () => {
      const shown = await line();
      return shown.steps.some((step) => step.name === name) ? shown : undefined;
    }, `the step ${name}`);

  it('begins with the schedule, and shows who is expected', async () => {
    expect(await line()).toMatchObject({
      examId,
      accessionNumber: 'A1',
      facilityId: NORTH,
      zone: 'Europe/Berlin',
      status: 'scheduled',
      patient: { name: { family: 'Okafor', given: 'Ada' }, birthDate: '1956-03-02', sex: 'female', identifiers: [{ value: '4711', authority: 'NORTH' }], version: 1 },
      steps: [{ name: 'scheduled', by: 'ms-frank' }],
      deliveries: [],
      flags: [],
      version: 1,
    });
  });

  it('is found by the day of its facility, by accession number and by patient, and by who may see it alone', async () => {
    const found = { exams: [{ examId }] };
    expect(await list('date=2026-05-04')).toMatchObject(found);
    expect(await list('date=2026-05-03')).toEqual({ exams: [] });
    expect(await list('accessionNumber=A1', msBauer)).toMatchObject(found);
    expect(await list(`patientId=${(await line()).patientId}`)).toMatchObject(found);
    expect(await list('accessionNumber=A1', drSilva)).toEqual({ exams: [] });
    expect((await service.ask({ by: drSilva, path: `/exams/${examId}` })).body).toMatchObject({ status: 404, code: 'EXAM_UNKNOWN' });
    expect((await service.ask({ by: drLee, path: '/exams' })).status).toBe(400);
    expect((await service.ask({ by: drLee, path: '/exams?date=today' })).status).toBe(400);
    expect((await service.ask({ path: '/exams?accessionNumber=A1' })).status).toBe(401);
  });

  const scanned = {
    ...of,
    acquisitionId,
    patientId,
    studyInstanceUID: '1.2.3',
    completeBy: 'profile' as const,
    matchedBy: 'accession-number' as const,
    deviceId: 'north-idxa',
    scanner: { manufacturer: 'GE Healthcare' },
    scans: [],
    problems: [],
    readerOutput: object,
    instances: [{ sopInstanceUID: '1.2.3.4', sopClassUID: '1.2', seriesInstanceUID: '1.2.3.1', kind: 'image' as const, object }],
  };
  const signed = {
    ...of,
    reportId,
    patientId,
    revision: 1,
    reviewVersion: 1,
    signedBy: 'dr-lee',
    signedAt: '2026-05-04T09:05:00Z',
    studyInstanceUID: '1.2.3',
    accessionNumber: 'A1',
    orders: [order],
    pdf: object,
    content: object,
    patientBlock: object,
  };
  const reviewed = { ...of, acquisitionId, patientId, reviewVersion: 1, reviewedBy: 'dr-lee', reviewedAt: '2026-05-04T09:00:00Z', content: object };
  const step = { ...of, stepId: '0190a000-0000-7000-8000-0000000000cc', deviceId: 'north-idxa' };
  const unmatched = { acquisitionId, facilityId: NORTH, studyInstanceUID: '1.2.3', state: 'ambiguous' as const, candidates: [examId], why: ['BIRTH_DATE'] };

  /** Every word that is heard, in the order of a morning: how it is said, the step it makes and the status after it. */
  const words: readonly [step: string, status: string, say: (id?: string) => Promise<void>][] = [
    ['scan-started', 'arrived', (id) => others.say(modalityGateway.ScanStarted, step, from('procedure-step', 1), id)],
    ['scan-discontinued', 'scheduled', (id) => others.say(modalityGateway.ScanDiscontinued, { ...step, reason: '110514', wrongEntry: true }, from('procedure-step', 2), id)],
    ['scan-unmatched', 'scheduled', (id) => others.say(modalityGateway.ScanUnmatched, unmatched, from('acquisition', 3, acquisitionId), id)],
    ['scan-received', 'scanned', (id) => others.say(modalityGateway.ScanReceived, scanned, from('acquisition', 5), id)],
    ['images-archived', 'scanned', (id) => others.say(modalityGateway.ImagesArchived, { ...of, acquisitionId, archiveId: 'north-pacs', instances: 1 }, from('acquisition', 7), id)],
    ['scan-extended', 'scanned', (id) => others.say(modalityGateway.ScanExtended, scanned, from('acquisition', 9), id)],
    ['reading-started', 'in-reading', (id) => others.say(reading.ReadingStarted, { ...of, patientId, readerId: 'dr-lee', startedAt: '2026-05-04T08:55:00Z' }, from('study-to-read', 3), id)],
    ['reviewed', 'reviewed', (id) => others.say(reading.ScanReviewed, reviewed, from('study-to-read', 4), id)],
    ['drafted', 'reviewed', (id) => others.say(reporting.ReportDrafted, { ...of, reportId, reviewVersion: 1, contentHash: 'b'.repeat(64) }, from('report', 1), id)],
    ['signed', 'signed', (id) => others.say(reporting.ReportSigned, signed, from('report', 2), id)],
    ['delivery-uncertain', 'signed', (id) => others.say(delivery.DeliveryUncertain, { ...delivered('north-pacs', 'pacs'), why: 'no answer' }, from('delivery-pacs', 2), id)],
    ['delivery-refused', 'signed', (id) => others.say(delivery.DeliveryRefused, { ...delivered('north-emr', 'emr'), answer: 'AE' }, from('delivery-emr', 2), id)],
    ['delivered', 'signed', (id) => others.say(delivery.ReportDelivered, { ...delivered('north-emr', 'emr'), answer: 'AA', deliveredAt: '2026-05-04T09:06:00Z' }, from('delivery-emr', 4), id)],
  ];

  it.each(words)('shows %s, and that the exam is %s', async (step, status, say) => {
    await say();
    expect((await untilStep(step)).status).toBe(status);
  });

  it('shows each step with its time, who did it and a code, and what is still to be delivered', async () => {
    await others.say(delivery.ReportDelivered, { ...delivered('north-pacs', 'pacs'), answer: '0000', deliveredAt: '2026-05-04T09:07:00Z' }, from('delivery-pacs', 4));
    const shown = await waitUntil(async () => ((await line()).status === 'delivered' ? line() : undefined), 'the exam to be delivered everywhere');
    expect(shown.deliveries).toEqual([
      { destination: 'north-emr', kind: 'emr', state: 'delivered', answer: 'AA', at: '2026-05-04T09:06:00.000Z' },
      { destination: 'north-pacs', kind: 'pacs', state: 'delivered', answer: '0000', at: '2026-05-04T09:07:00.000Z' },
    ]);
    expect(shown.steps).toEqual(
      expect.arrayContaining([
        { name: 'scan-started', at: expect.any(String), by: 'modality-gateway', detail: 'north-idxa' },
        { name: 'scan-discontinued', at: expect.any(String), by: 'modality-gateway', detail: '110514' },
        { name: 'scan-received', at: expect.any(String), by: 'modality-gateway', detail: 'profile' },
        { name: 'images-archived', at: expect.any(String), by: 'modality-gateway', detail: 'north-pacs' },
        { name: 'reading-started', at: '2026-05-04T08:55:00.000Z', by: 'dr-lee' },
        { name: 'reviewed', at: '2026-05-04T09:00:00.000Z', by: 'dr-lee' },
        { name: 'signed', at: '2026-05-04T09:05:00.000Z', by: 'dr-lee' },
        { name: 'delivered', at: '2026-05-04T09:06:00.000Z', by: 'delivery', detail: 'north-emr' },
      ]),
    );
    expect(shown.version).toBe(15);
  });

  it('is the same when everything is heard twice, and again after the inbox was pruned', async () => {
    const before = await line();
    const { pool } = service.database;
    const isHeard = async (ids: readonly string[]) => (await pool.query('select 1 from inbox where message_id = any($1)', [ids])).rowCount === ids.length;
    const ids = words.map((_, index) => `b1f6c0de-0000-4000-8000-0000000000${index + 10}`);
    for (const round of ['twice', 'after pruning']) {
      for (const [index, [, , say]] of words.entries()) {
        await say(ids[index]);
        await say(ids[index]);
      }
      await waitUntil(() => isHeard(ids), `all words in the inbox, ${round}`);
      await pool.query('delete from inbox');
    }
    expect(await line()).toEqual(before);
    expect((await pool.query('select * from parked_messages')).rows).toEqual([]);
  });

  it('is the same when it is folded again from the facts', async () => {
    const before = await line();
    await service.database.pool.query(`update exam_lines set accession_number = 'WRONG'`);
    for (const projection of ['exam-lines', 'order-keys', 'accession-numbers', 'study-instance-uids', 'sites']) await service.store.rebuild(projection);
    expect(await line()).toEqual(before);
  });

  it('parks a word about an exam that was never scheduled, for a person to look at', async () => {
    const unknown = '0190a000-0000-7000-8000-0000000000ff';
    await others.say(reading.ReadingStarted, { ...of, examId: unknown, patientId, readerId: 'dr-lee', startedAt: '2026-05-04T08:55:00Z' }, from('study-to-read-other', 1, unknown));
    const parked = await waitUntil(async () => {
      const { rows } = await service.database.pool.query('select reason, key from parked_messages');
      return rows.length > 0 ? rows : undefined;
    }, 'the parked message', { timeoutMs: 30_000 });
    expect(parked).toEqual([{ reason: 'refused', key: unknown }]);
  });
});
