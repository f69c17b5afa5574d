import { modalityGateway } from '@osteon/contracts';
import { find, splitPart10, store } from '@osteon/dicom';
import { drLee, drSilva, examA1, msFrank, msNovak, waitUntil } from '@osteon/testing';
import { dcmtk, itWithDcmtk, withFiles } from './testing/dcmtk.story.js';
import { openGateway, type Gateway, type Shown } from './testing/gateway.story.js';
import { image, scanOf } from './testing/scan.story.js';

const { studyInstanceUID, examId } = examA1;
const [spine, femur] = [`${studyInstanceUID}.1.1`, `${studyInstanceUID}.1.2`];
const isArchived = ({ archives }: Shown): boolean => archives.length > 0 && archives.every(({ state }) => state === 'archived');

describe('the scan of exam A1', () => {
  let gateway: Gateway;
  const files = scanOf();
  const archived = () => gateway.pacs.received.map(({ SOPInstanceUID }) => SOPInstanceUID);
  const a1 = (holds: (study: Shown) => boolean, what: string) => gateway.study(studyInstanceUID, holds, what);

  beforeAll(async () => {
    gateway = await openGateway();
    await gateway.patientIs();
    await gateway.examIs();
  }, 120_000);
  afterAll(() => gateway?.stop());

  it('meets its exam, is complete by the profile of the device, and is told with its numbers', async () => {
    expect(await gateway.send(files)).toMatchObject([{ outcome: 'delivered', status: 0 }, { outcome: 'delivered', status: 0 }]);
    const study = await a1(isArchived, 'the archived study');
    expect(study).toMatchObject({ examId, match: 'matched', matchedBy: 'study-instance-uid', state: 'complete', completeBy: 'profile', problems: [] });
    const [said] = await waitUntil(() => gateway.others.heard(modalityGateway.ScanReceived).length > 0 && gateway.others.heard(modalityGateway.ScanReceived), 'ScanReceived');
    expect(said).toMatchObject({
      key: examId,
      headers: { ce_subject: `acquisition-${study.acquisitionId}`, ce_facilityid: 'NORTH' },
      data: {
        examId,
        patientId: examA1.patientId,
        completeBy: 'profile',
        matchedBy: 'study-instance-uid',
        deviceId: 'idxa-1',
        performedOn: '2026-03-02',
        scanner: { manufacturer: 'GE Healthcare', model: 'Lunar iDXA', serial: '200123' },
        scans: [
          { site: 'lumbar-spine', regions: [{ region: 'L1-L4', bmd: 0.941, tScore: -2 }] },
          { site: 'hip', side: 'left', regions: [{ region: 'femoral-neck', bmd: 0.677, tScore: -2.6 }] },
        ],
        instances: [
          { sopInstanceUID: spine, kind: 'image', site: 'lumbar-spine' },
          { sopInstanceUID: femur, kind: 'image', site: 'hip', side: 'left' },
        ],
      },
    });
    expect(JSON.stringify(said)).not.toMatch(/Okafor|483920|1958/);
    const [archivedOnce] = await waitUntil(() => gateway.others.heard(modalityGateway.ImagesArchived).length > 0 && gateway.others.heard(modalityGateway.ImagesArchived), 'ImagesArchived');
    expect(archivedOnce).toMatchObject({ key: examId, data: { examId, archiveId: 'pacs', instances: 2 } });
  });

  it('lies in the store and in the archive as it came, to the byte', async () => {
    const [said] = gateway.others.heard(modalityGateway.ScanReceived);
    const stored = await Promise.all((said?.data.instances ?? []).map(({ object }) => gateway.service.objects.get(object.key)));
    const sent = files.map((file) => splitPart10(file).dataSet);
    expect(stored.map((file) => splitPart10(file).dataSet.equals(sent[stored.indexOf(file)] ?? Buffer.of()))).toEqual([true, true]);
    expect(archived()).toEqual([spine, femur]);
    expect(gateway.pacs.received.map(({ file }, at) => splitPart10(file).dataSet.equals(sent[at] ?? Buffer.of()))).toEqual([true, true]);
  });

  it('takes the exam off the worklist', async () => {
    expect(await find(gateway.peer(), { PatientName: '' })).toEqual([]);
  });

  it('sent again changes nothing and is answered as before', async () => {
    const study = await a1(isArchived, 'the study');
    await gateway.settled();
    const before = await gateway.events(study.acquisitionId);
    expect(await gateway.send([...files, ...files])).toMatchObject(Array(4).fill({ outcome: 'delivered', status: 0 }));
    await gateway.settled();
    expect(await gateway.events(study.acquisitionId)).toEqual(before);
    expect(archived()).toEqual([spine, femur]);
  });

  it('keeps other bytes under a known SOP Instance UID as a conflicting version, and sends them nowhere', async () => {
    const other = image('AP Spine', spine, { ImageComments: 'something else' });
    expect(await gateway.send([other])).toMatchObject([{ outcome: 'delivered', status: 0 }]);
    const study = await a1(({ problems }) => problems.length > 0, 'the conflict');
    expect(study.problems).toEqual([{ code: 'CONFLICTING_VERSION', sopInstanceUID: spine }]);
    expect(study.instances.map(({ sopInstanceUID, conflicting = false }) => [sopInstanceUID, conflicting])).toEqual([[spine, false], [femur, false], [spine, true]]);
    expect((await gateway.events(study.acquisitionId)).sort()).toEqual([...expectedEvents, 'InstancesFiled'].sort());
    expect(archived()).toEqual([spine, femur]);
  });

  itWithDcmtk('grows by an object that comes late, from storescu, and says so', async () => {
    const late = `${studyInstanceUID}.1.3`;
    gateway.time.advance(1_000);
    const { host, port } = gateway.peer();
    await withFiles([image('Right Femur', late)], async (_, paths) => {
      const ran = await dcmtk('storescu', '-v', '-aec', 'OSTEON', '-aet', 'IDXA1', host, String(port), ...paths);
      expect(ran).toMatchObject({ code: 0 });
    });
    const [grown] = await waitUntil(() => gateway.others.heard(modalityGateway.ScanExtended).length > 0 && gateway.others.heard(modalityGateway.ScanExtended), 'ScanExtended');
    expect(grown).toMatchObject({ key: examId, data: { examId, problems: [{ code: 'CONFLICTING_VERSION' }] } });
    expect(grown?.data.instances.map(({ sopInstanceUID }) => sopInstanceUID)).toEqual([spine, femur, late]);
    expect(gateway.others.heard(modalityGateway.ScanReceived)).toHaveLength(1);
    await waitUntil(() => archived().length === 3, 'the late object in the archive');
    expect(archived()).toEqual([spine, femur, late]);
    await a1(isArchived, 'the study to be archived whole');
    expect(gateway.others.heard(modalityGateway.ImagesArchived)).toHaveLength(1);
  });

  it('is one of several studies that one association can bring', async () => {
    const both = [...scanOf('1.2.3.71', { AccessionNumber: '' }), ...scanOf('1.2.3.72', { AccessionNumber: '' })];
    await gateway.send(both);
    for (const uid of ['1.2.3.71', '1.2.3.72']) expect(await gateway.study(uid, () => true, uid)).toMatchObject({ match: 'unmatched', instances: [{}, {}] });
  });

  it('can come over several associations at once and is one study all the same', async () => {
    const halves = scanOf('1.2.3.73', { AccessionNumber: '' });
    await Promise.all(halves.map((file) => store(gateway.peer(), [file])));
    expect(await gateway.study('1.2.3.73', ({ instances }) => instances.length === 2, 'both halves')).toMatchObject({ state: 'complete', completeBy: 'profile' });
    const { rows } = await gateway.service.database.pool.query(`select 1 from acquisitions where study_instance_uid = '1.2.3.73'`);
    expect(rows).toHaveLength(1);
  });

  it('of which a second study is made is linked to that one too, and flagged', async () => {
    await gateway.send(scanOf('1.2.3.74'));
    const second = await gateway.study('1.2.3.74', ({ state }) => state === 'complete', 'the second study');
    expect(second).toMatchObject({ examId, match: 'matched', matchedBy: 'accession-number', problems: [{ code: 'SECOND_STUDY' }] });
  });

  it('is refused when it does not say which study it is', async () => {
    const nameless = image('AP Spine', '1.2.3.75', { StudyInstanceUID: '' });
    expect(await gateway.send([nameless])).toMatchObject([{ outcome: 'refused', status: 0xc000 }]);
  });

  it('is seen by those who may see images of its hospital, as a picture too', async () => {
    const { acquisitionId } = await a1(isArchived, 'the study');
    const list = `/acquisitions?examId=${examId}`;
    expect((await gateway.service.ask({ path: list })).status).toBe(401);
    expect((await gateway.service.ask({ by: msNovak, path: list })).status).toBe(403);
    expect((await gateway.service.ask({ by: drSilva, path: list })).body).toEqual({ acquisitions: [] });
    expect((await gateway.service.ask({ by: drSilva, path: '/acquisitions?state=unmatched' })).body).toEqual({ acquisitions: [] });
    expect((await gateway.service.ask({ by: drLee, path: '/acquisitions?examId=A1' })).status).toBe(400);

    const picture = (by = drLee, uid = spine) => gateway.service.ask({ by, path: `/acquisitions/${acquisitionId}/instances/${uid}/image.png` });
    const png = await picture();
    expect(png).toMatchObject({ status: 200, headers: { 'content-type': 'image/png', 'cache-control': 'private, max-age=31536000, immutable' } });
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(await picture(drLee, '9.9')).toMatchObject({ status: 404, body: { code: 'UNKNOWN' } });
    expect((await picture(drSilva)).status).toBe(404);
    expect((await picture(msFrank)).status).toBe(403);
  });

  it('stands in lists that equal what a rebuild makes of the facts', async () => {
    const { pool } = gateway.service.database;
    const tables = ['acquisitions', 'acquisition_archives', 'forwarding_progress', 'acquisition_claims', 'worklist_items'];
    const rows = async () => Promise.all(tables.map(async (table) => (await pool.query(`select * from ${table} order by 1, 2, 3`)).rows));
    await gateway.settled();
    const before = await rows();
    for (const name of ['acquisitions', 'acquisition-archives', 'forwarding-progress', 'acquisition-by-study', 'worklist-items']) await gateway.service.store.rebuild(name);
    expect(await rows()).toEqual(before);
    expect(before.map(({ length }) => length)).toEqual([5, 2, 5, 5, 1]);
  });
});

const expectedEvents = [
  'AcquisitionBegun',
  'InstancesFiled',
  'AcquisitionCompleted',
  ...['ForwardingAttempted', 'InstancesForwarded', 'StudyArchived', 'MeasurementsRead'],
];
