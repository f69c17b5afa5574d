import { modalityGateway } from '@osteon/contracts';
import { readKeywords, splitPart10 } from '@osteon/dicom';
import { drLee, drSilva, examA1, mrOps, mrTanaka, msBauer, msFrank, msNovak, NORTH, SOUTH, waitUntil } from '@osteon/testing';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { openGateway, type Gateway } from '../testing/gateway.story.js';
import { scanOf } from '../testing/scan.story.js';

const walkIn = '1.2.826.0.1.3680043.10.1405.77';
const walkInExam = '0190a000-0000-7000-8000-0000000000e2';
const elsewhere = '0190a000-0000-7000-8000-0000000000e1';
const another = (examId: string, facilityId: string, accessionNumber: string) => {
  const studyInstanceUID = `1.2.826.0.1.3680043.10.1405.9${accessionNumber.slice(1)}`;
  return { examId, facilityId, accessionNumber, studyInstanceUID, orders: [{ accessionNumber, studyInstanceUID, service: { code: '77080', meaning: 'DXA', scheme: 'C4' } }] };
};

/** Typed at the console, without the worklist. */
const typed = { AccessionNumber: 'NONE', PatientID: '48392', PatientName: 'Okafor', PatientBirthDate: '19581120' };

describe('a study that a person matches', () => {
  let gateway: Gateway;
  const files = scanOf(walkIn, typed);
  beforeAll(async () => {
    gateway = await openGateway();
    await gateway.patientIs();
    await gateway.examIs();
    await gateway.examIs(another(elsewhere, SOUTH, 'S1'));
    await gateway.send(files);
  }, 120_000);
  afterAll(() => gateway?.stop());

  const study = () => gateway.study(walkIn, ({ state }) => state === 'complete', 'the complete study');
  const version = async () => (await gateway.service.store.load(acquisitions, (await study()).acquisitionId)).version;
  const ask = (by: typeof msFrank, path: string, more: { body?: object; ifMatch?: number } = {}) =>
    gateway.service.ask({ by, path, ...(more.body ? { method: 'POST' } : {}), ...more });
  const match = async (by: typeof msFrank, examId: string, ifMatch?: number) =>
    ask(by, `/acquisitions/${(await study()).acquisitionId}/match`, { body: { examId }, ifMatch });

  it('is listed for who may see studies, with what the console wrote, and is not forwarded', async () => {
    const { acquisitionId } = await study();
    for (const by of [msFrank, mrTanaka, drLee])
      expect((await ask(by, '/acquisitions')).body).toMatchObject({
        acquisitions: [{ acquisitionId, match: 'unmatched', why: ['NO_EXAM_NAMED'], header: { patientId: '48392', patientName: 'Okafor' }, version: expect.any(Number) }],
      });
    expect(gateway.pacs.received).toEqual([]);
  });

  it('is shown beside the exams that could be meant, with their patients', async () => {
    const { acquisitionId } = await study();
    expect((await ask(msFrank, `/acquisitions/${acquisitionId}/candidates`)).body).toMatchObject({
      candidates: [
        { examId: examA1.examId, accessionNumber: 'A1', zone: 'Europe/Berlin', state: 'open', suggested: false, patient: { name: { family: 'Okafor', given: 'Zoë' }, birthDate: '1958-11-20' } },
      ],
    });
    expect((await ask(msFrank, '/acquisitions/0190a000-0000-7000-8000-0000000000ff/candidates')).body).toMatchObject({ status: 404, code: 'UNKNOWN' });
  });

  it.each([
    ['physicians', drLee],
    ['managers', msBauer],
    ['administrators', msNovak],
    ['operations', mrOps],
  ])('is not matched by %s', async (_, by) => {
    expect((await match(by, examA1.examId, 1)).status).toBe(403);
    expect((await ask(by, `/acquisitions/${(await study()).acquisitionId}/candidates`)).status).toBe(403);
  });

  it.each([
    ['managers', msBauer],
    ['administrators', msNovak],
    ['operations', mrOps],
  ])('is not listed for %s', async (_, by) => {
    expect((await ask(by, '/acquisitions')).status).toBe(403);
  });

  it('shows no image to the front desk, and nothing at all to another hospital', async () => {
    const { acquisitionId, instances } = await study();
    const image = `/acquisitions/${acquisitionId}/instances/${instances[0]?.sopInstanceUID}/image.png`;
    expect((await ask(msFrank, image)).status).toBe(403);
    expect((await ask(mrTanaka, image)).status).toBe(200);
    expect((await ask(drSilva, '/acquisitions')).body).toEqual({ acquisitions: [] });
  });

  it('is refused without the version that was seen, with an old one, and for an exam that is unknown or another facility’s', async () => {
    const seen = await version();
    expect((await match(msFrank, examA1.examId)).status).toBe(428);
    expect((await match(msFrank, examA1.examId, seen - 1)).status).toBe(412);
    expect((await match(msFrank, elsewhere, seen)).body).toMatchObject({ status: 422, code: 'OTHER_FACILITY' });
    expect((await match(msFrank, walkInExam, seen)).body).toMatchObject({ status: 404, code: 'EXAM_UNKNOWN' });
  });

  it('goes on as one that was matched by itself', async () => {
    const { acquisitionId } = await study();
    expect(await match(msFrank, examA1.examId, await version())).toMatchObject({ status: 200, body: { acquisitionId, examId: examA1.examId } });
    const met = await gateway.study(walkIn, ({ archives }) => archives[0]?.state === 'archived', 'the archived study');
    expect(met).toMatchObject({ match: 'matched', examId: examA1.examId, matchedBy: 'hand', state: 'complete' });
    const said = await waitUntil(() => gateway.others.heard(modalityGateway.ScanReceived)[0], 'ScanReceived');
    expect(said).toMatchObject({ key: examA1.examId, data: { matchedBy: 'hand', facilityId: NORTH, studyInstanceUID: walkIn, scans: [{ site: 'lumbar-spine' }, { site: 'hip' }] } });
    const { rows } = await gateway.service.database.pool.query('select state from worklist_items where exam_id = $1', [examA1.examId]);
    expect(rows).toEqual([{ state: 'done' }]);
    expect((await ask(msFrank, '/acquisitions')).body).toEqual({ acquisitions: [] });
  });

  it('reaches the archive as a copy under the exam’s identity, while what the device sent stays', async () => {
    const { acquisitionId, instances } = await study();
    const copies = gateway.pacs.received.map(({ file }) => readKeywords(file));
    expect(copies).toHaveLength(files.length);
    for (const copy of copies)
      expect(copy).toMatchObject({
        PatientID: '483920',
        IssuerOfPatientID: 'NORTH-HIS',
        PatientName: 'Okafor^Zoë',
        AccessionNumber: 'A1',
        StudyInstanceUID: walkIn,
        OriginalAttributesSequence: [{ ReasonForTheAttributeModification: 'CORRECT', SourceOfPreviousValues: 'idxa-1', ModifiedAttributesSequence: [{ PatientID: '48392' }] }],
      });
    expect(await gateway.events(acquisitionId)).toEqual(expect.arrayContaining(['StudyMatchedAgain', 'IdentityCorrected', 'StudyArchived']));
    const stored = await gateway.service.database.pool.query<{ key: string }>(`select instance->'object'->>'key' as key from instance_receipts order by receipt_id`);
    const kept = await Promise.all(stored.rows.map(({ key }) => gateway.service.objects.get(key)));
    expect(kept.map((file) => splitPart10(file).dataSet)).toEqual(files.map((file) => splitPart10(file).dataSet));
    expect(instances).toHaveLength(2);
  });

  it('stays with its exam', async () => {
    const { acquisitionId } = await study();
    const shown = await ask(mrTanaka, `/acquisitions?examId=${examA1.examId}`);
    expect(shown.body).toMatchObject({ acquisitions: [{ acquisitionId, matchedBy: 'hand' }] });
    await gateway.examIs(another(walkInExam, NORTH, 'A9'));
    expect((await match(msFrank, walkInExam, await version())).body).toMatchObject({ status: 409, code: 'ALREADY_MATCHED', values: { examId: examA1.examId } });
  });
});
