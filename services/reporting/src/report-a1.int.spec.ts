import { modalityGateway, reading, reporting, scheduling, type ObjectRef } from '@osteon/contracts';
import { SOPClass, writePart10 } from '@osteon/dicom';
import { managerTransaction } from '@osteon/event-store';
import { pruneInbox } from '@osteon/messaging';
import { conversation, testService, type Conversation, type TestAnswer, type TestService } from '@osteon/platform/testing';
import { drKim, drLee, drSilva, examA1, msBauer, msFrank, testKafka, waitUntil } from '@osteon/testing';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { reportStreams } from './report/report.aggregate.js';
import { hashOf } from './report/report.js';
import { reportIdOf } from './report/report-id.js';
import { details, patient, review, site } from './testing/documents.story.js';
import { from, heard } from './testing/exam-a1.story.js';

const { examId } = examA1;
const reportId = reportIdOf(examId);

/** A drawn spine, so that the report has something to show. */
const image = (): Buffer =>
  writePart10({
    SOPClassUID: SOPClass.ComputedRadiographyImageStorage,
    SOPInstanceUID: '1.1',
    Modality: 'CR',
    PhotometricInterpretation: 'MONOCHROME2',
    SamplesPerPixel: 1,
    Rows: 240,
    Columns: 120,
    BitsAllocated: 8,
    BitsStored: 8,
    PixelRepresentation: 0,
    PixelData: Uint8Array.from({ length: 240 * 120 }, (_, at) =>
      Math.abs((at % 120) - 60) < 22 && Math.floor(at / 1200) % 5 < 4 ? 220 : 25,
    ),
  });

const field = ({ body }: TestAnswer, name: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
const versionOf = (answer: TestAnswer): number => Number(field(answer, 'version'));

describe('the report of exam A1', () => {
  let service: TestService;
  let others: Conversation;
  let content: ObjectRef;

  const page = (by = drLee) => service.ask({ by, path: `/exams/${examId}/report` });
  const sql = () => managerTransaction(service.get(DataSource).manager);
  const facts = async () => (await service.store.readStream(`report-${reportId}`)).map(({ event }) => event.type);
  const audited = async () =>
    (await sql().query<{ entry: string }>(`select what || ' by ' || by as entry from audit order by id`)).map(
      ({ entry }) => entry,
    );
  const untilInInbox = (id: string) =>
    waitUntil(
      async () => (await sql().query('select 1 from inbox where message_id = $1', [id])).length === 1,
      `${id} in the inbox`,
    );

  const sayExam = async (id?: string) => {
    const data = { ...heard.exam, details: await service.objects.putJson('scheduling', scheduling.examDetails, details) };
    return others.say(scheduling.ExamScheduled, data, { key: examId, subject: from.exam.subject, version: 1 }, id);
  };
  const scan = async () => {
    const object = await service.objects.put('modality-gateway', image(), 'application/dicom');
    const instances = heard.scan.instances.map((instance) => (instance.kind === 'image' ? { ...instance, object } : instance));
    return { ...heard.scan, instances };
  };
  const sayScan = async (id?: string) =>
    others.say(modalityGateway.ScanReceived, await scan(), { key: examId, subject: from.scan.subject, version: 4 }, id);
  const sayReview = async (reviewVersion: number, words: Partial<reading.ReviewContentV1> = {}, id?: string) => {
    content = await service.objects.putJson('reading', reading.reviewContent, { ...review, ...words });
    const at = { key: examId, subject: from.review.subject, version: 4 + reviewVersion };
    return others.say(reading.ScanReviewed, { ...heard.review, reviewVersion, content }, at, id);
  };

  const untilDrafted = (reviewVersion: number) =>
    waitUntil(async () => {
      const answer = await page();
      return field(answer, 'reviewVersion') === reviewVersion ? answer : undefined;
    }, `the draft of review ${reviewVersion}`);
  const sign = (body: object, ifMatch: number, by = drLee) =>
    service.ask({ by, method: 'POST', path: `/reports/${reportId}/signature`, body, ifMatch });
  const shownIn = (answer: TestAnswer) => ({
    reviewVersion: field(answer, 'reviewVersion'),
    contentHash: field(answer, 'contentHash'),
  });

  beforeAll(async () => {
    const kafka = await testKafka();
    others = conversation(kafka, ['reporting.events']);
    service = await testService(AppModule, { kafka });
    await others.say(scheduling.Site, site, { key: site.facilityId, subject: `sites/${site.facilityId}` });
    await waitUntil(async () => (await sql().query('select 1 from replica_sites')).length === 1, 'the site');
  }, 180_000);
  afterAll(async () => {
    await service?.stop();
    await others?.close();
  });

  it('is not there before it is drafted, and a signature waits for the review', async () => {
    expect(await page()).toMatchObject({ status: 404, body: { code: 'NOT_DRAFTED' } });
    expect(await sign({ reviewVersion: 1, contentHash: '0'.repeat(64) }, 1)).toMatchObject({
      status: 409,
      body: { code: 'DRAFT_NOT_READY' },
    });
  });

  it('is drafted when review, scan and order are heard, though the review came first', async () => {
    await sayReview(1);
    await waitUntil(async () => (await facts()).includes('ReviewNoted'), 'the review');
    expect((await page()).status).toBe(404);
    await sayScan();
    await sayExam();
    const answer = await untilDrafted(1);
    expect(answer.headers['etag']).toBe('"4"');
    expect(answer.body).toMatchObject({ reportId, examId, state: 'drafted', zone: 'Europe/Berlin', reviewedBy: 'dr-lee' });
    expect(await facts()).toEqual(['ReviewNoted', 'StudyNoted', 'ExamNoted', 'ReportDrafted']);
    const [said] = await waitUntil(
      () => others.heard(reporting.ReportDrafted).length > 0 && others.heard(reporting.ReportDrafted),
      'ReportDrafted on Kafka',
    );
    expect(said).toMatchObject({
      key: examId,
      data: { reportId, examId, reviewVersion: 1, contentHash: field(answer, 'contentHash') },
    });
  });

  it('is not shown before its patient is known', async () => {
    const preview = () => service.ask({ by: drLee, path: `/reports/${reportId}/preview.pdf` });
    expect(await preview()).toMatchObject({ status: 409, body: { code: 'PATIENT_UNKNOWN' } });
    await others.say(scheduling.Patient, patient, { key: patient.patientId, subject: `patients/${patient.patientId}` });
    const answer = await waitUntil(async () => {
      const asked = await preview();
      return asked.status === 200 ? asked : undefined;
    }, 'the preview');
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect((await preview()).bytes.equals(answer.bytes)).toBe(true);
    expect(await service.ask({ by: drLee, path: `/reports/${reportId}/report.pdf` })).toMatchObject({
      status: 404,
      body: { code: 'NOT_SIGNED' },
    });
  });

  it('belongs to its facility: others do not see that it is there', async () => {
    expect((await page(msBauer)).status).toBe(200);
    expect(await page(drSilva)).toMatchObject({ status: 404, body: { code: 'NOT_DRAFTED' } });
    expect((await service.ask({ by: drSilva, path: `/reports/${reportId}/preview.pdf` })).status).toBe(404);
    expect((await page(msFrank)).status).toBe(403);
    expect((await service.ask({ path: `/exams/${examId}/report` })).status).toBe(401);
    const shown = await page();
    expect(await sign(shownIn(shown), versionOf(shown), drSilva)).toMatchObject({
      status: 403,
      body: { code: 'SIGNER_NOT_ALLOWED' },
    });
    expect((await sign(shownIn(shown), versionOf(shown), msBauer)).status).toBe(403);
  });

  it('follows a newer review, and ignores an older or repeated one', async () => {
    await sayReview(3, { comment: 'Third look.' });
    const third = await untilDrafted(3);
    const repeated = '0190a000-0000-4000-8000-00000000dead';
    await sayReview(2, { comment: 'Second look.' }, repeated);
    await untilInInbox(repeated);
    expect((await page()).body).toEqual(third.body);
    expect(await sign({ ...shownIn(third), reviewVersion: 1 }, versionOf(third))).toMatchObject({
      status: 409,
      body: { code: 'REVIEW_OUTDATED' },
    });
  });

  it('cannot be signed or rewritten when the numbers have changed since its review, until the next one', async () => {
    const lapsed = { examId, facilityId: heard.review.facilityId, patientId: heard.review.patientId, reviewVersion: 3, because: 'VALUE_TYPED' } as const;
    const say = () => others.say(reading.ReviewLapsed, lapsed, { key: examId, subject: from.review.subject, version: 8 });
    await say();
    await say();
    const shown = await waitUntil(async () => {
      const answer = await page();
      return field(answer, 'lapsed') === true ? answer : undefined;
    }, 'the lapse');
    const refused = { status: 409, body: { code: 'REVIEW_LAPSED', values: { reviewVersion: 3 } } };
    expect(await sign(shownIn(shown), versionOf(shown))).toMatchObject(refused);
    const text = { reviewVersion: 3, sections: field(shown, 'sections') };
    expect(await service.ask({ by: drLee, method: 'PUT', path: `/reports/${reportId}/text`, body: { ...text, sections: [] }, ifMatch: versionOf(shown) })).toMatchObject(refused);
    expect((await facts()).filter((type) => type === 'ReviewLapseNoted')).toHaveLength(1);
    await sayReview(4, { comment: 'Third look.' });
    expect((await untilDrafted(4)).body).toMatchObject({ lapsed: false });
  });

  it('notes a study that has grown, however often that is said', async () => {
    const ids = ['0190a000-0000-4000-8000-00000000e001', '0190a000-0000-4000-8000-00000000e002'] as const;
    const at = { key: examId, subject: from.scan.subject, version: 9 };
    for (const id of ids) await others.say(modalityGateway.ScanExtended, await scan(), at, id);
    await untilInInbox(ids[1]);
    expect((await facts()).filter((type) => type === 'StudyNoted')).toHaveLength(2);
  });

  it("takes a physician's words, section by section", async () => {
    const shown = await page();
    const sections = [
      { title: 'Assessment', text: 'Osteopenia, T ≤ -2.3.' },
      { title: 'Comment', text: 'Third look.' },
      ...['Findings', 'Technique', 'Indication'].map((title) => ({ title, text: `${title} as discussed.` })),
    ];
    const edit = (body: object, ifMatch: number) =>
      service.ask({ by: drLee, method: 'PUT', path: `/reports/${reportId}/text`, body, ifMatch });
    const text = { reviewVersion: 4, sections };
    expect(await edit({ ...text, sections: sections.slice(1) }, versionOf(shown))).toMatchObject({
      status: 422,
      body: { code: 'SECTIONS_DIFFER' },
    });
    const chinese = [{ title: 'Assessment', text: '正常' }, ...sections.slice(1)];
    expect(await edit({ ...text, sections: chinese }, versionOf(shown))).toMatchObject({
      status: 422,
      body: { code: 'NOT_PRINTABLE', values: { characters: ['U+6B63', 'U+5E38'] } },
    });
    expect(await edit(text, versionOf(shown) - 1)).toMatchObject({ status: 412 });
    const edited = await edit(text, versionOf(shown));
    expect(edited).toMatchObject({ status: 200, body: { version: versionOf(shown) + 1 } });
    expect(await sign(shownIn(shown), versionOf(edited))).toMatchObject({ status: 409, body: { code: 'CONTENT_DIFFERS' } });
    const preview = (answer: TestAnswer) =>
      service.ask({ by: drLee, path: `/reports/${reportId}/preview.pdf?contentHash=${String(field(answer, 'contentHash'))}` });
    expect(await preview(shown)).toMatchObject({ status: 409, body: { code: 'CONTENT_DIFFERS' } });
    expect((await preview(edited)).status).toBe(200);
    expect((await page()).body).toMatchObject({
      contentHash: field(edited, 'contentHash'),
      sections: [{ text: 'Osteopenia, T ≤ -2.3.', edited: true }, { title: 'Comment', text: 'Third look.' }, {}, {}, {}],
    });
  });

  it('is signed by who has seen it, once; everything lies in the store before it is said', async () => {
    const shown = await page();
    expect(await sign(shownIn(shown), versionOf(shown) - 1)).toMatchObject({ status: 412 });
    const signed = await sign(shownIn(shown), versionOf(shown));
    expect(signed).toMatchObject({ status: 200, body: { reportId, revision: 1, version: versionOf(shown) + 1 } });
    expect(await sign(shownIn(shown), versionOf(shown))).toEqual(expect.objectContaining({ status: 200, body: signed.body }));
    expect(await sign(shownIn(shown), versionOf(signed), drKim)).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_SIGNED', values: { signedBy: 'dr-lee' } },
    });

    const said = await waitUntil(() => others.heard(reporting.ReportSigned)[0], 'ReportSigned on Kafka');
    expect(said).toMatchObject({
      key: examId,
      data: {
        reportId,
        examId,
        revision: 1,
        reviewVersion: 4,
        signedBy: 'dr-lee',
        accessionNumber: 'A1',
        studyInstanceUID: heard.scan.studyInstanceUID,
        orders: heard.exam.orders,
      },
    });
    const { pdf, patientBlock, signature, content: kept } = said.data;
    expect(hashOf(kept)).toBe(field(shown, 'contentHash'));
    for (const object of [pdf, patientBlock, kept, signature ?? pdf]) expect(await service.objects.verify(object.key)).toBe(true);
    expect(await service.objects.getJson(patientBlock.key, reporting.patientBlock)).toEqual(patient);
    expect(await service.objects.getJson(signature?.key ?? '', reporting.reportSignature)).toMatchObject({
      signerName: 'Dr Lee',
      contentHash: field(shown, 'contentHash'),
      reviewVersion: 4,
      meaning: 'Reviewed and approved',
    });
    expect(JSON.stringify(await service.store.readStream(`report-${reportId}`))).not.toMatch(/Okafor|Novotná|Back pain/);
    const file = await service.ask({ by: msBauer, path: `/reports/${reportId}/report.pdf` });
    expect(file.bytes.equals(await service.objects.get(pdf.key))).toBe(true);
  });

  it('keeps the patient as they were called when it was signed', async () => {
    await others.say(
      scheduling.Patient,
      { ...patient, version: 9, name: { family: 'Lindqvist' } },
      { key: patient.patientId, subject: `patients/${patient.patientId}` },
    );
    await waitUntil(
      async () => (await sql().query('select 1 from replica_patients where version = 9')).length === 1,
      'the new name',
    );
    const text = (await service.ask({ by: drLee, path: `/reports/${reportId}/report.txt` })).bytes.toString();
    expect(text).toContain('Okafor, Grace');
    expect(text).toContain('Reviewed and approved: Dr Lee (dr-lee)');
    expect((await page()).body).toMatchObject({ state: 'signed', revision: 1, signedBy: 'dr-lee', signedByName: 'Dr Lee' });
    expect(await service.ask({ by: drLee, path: `/reports/${reportId}/preview.pdf` })).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_SIGNED' },
    });
  });

  it('is unchanged by what is heard again, twice, and after the inbox was pruned', async () => {
    const before = await facts();
    const ids = ['exam', 'scan', 'review'].map((_, i) => `0190a000-0000-4000-8000-0000000000f${i}`);
    const sayAll = async () => {
      await sayExam(ids[0]);
      await sayScan(ids[1]);
      await sayReview(4, { comment: 'Third look.' }, ids[2]);
    };
    await sayAll();
    await sayAll();
    await Promise.all(ids.map(untilInInbox));
    await pruneInbox(sql(), new Date('2100-01-01'));
    await sayAll();
    await Promise.all(ids.map(untilInInbox));
    expect(await facts()).toEqual(before);
    expect(others.heard(reporting.ReportSigned)).toHaveLength(1);
    expect((await service.store.load(reportStreams, reportId)).state).toMatchObject({ status: 'signed' });
  });

  it('knows who saw, changed and signed it, and nobody can change that', async () => {
    const trail = await audited();
    for (const entry of [
      'report-viewed by ms-bauer',
      'preview-viewed by dr-lee',
      'draft-text-edited by dr-lee',
      'pdf-viewed by ms-bauer',
      'text-viewed by dr-lee',
    ])
      expect(trail).toContain(entry);
    expect(trail.filter((entry) => entry.startsWith('report-signed'))).toEqual(['report-signed by dr-lee']);
    expect(trail.join()).not.toMatch(/dr-silva|ms-frank/);
    await expect(sql().query(`update audit set by = 'nobody'`)).rejects.toThrow('append-only');
    await expect(sql().query('delete from audit')).rejects.toThrow('append-only');
  });
});
