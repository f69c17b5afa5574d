import { modalityGateway } from '@osteon/contracts';
import { createStep, find, requestCommitment, setStep, SOPClass, textOf } from '@osteon/dicom';
import { drLee, examA1, waitUntil } from '@osteon/testing';
import { openGateway, type Gateway, type Shown } from '../testing/gateway.story.js';
import { image, scanOf } from '../testing/scan.story.js';
import { beginning, beginningOf, brokenOff, completedWith } from '../testing/step.story.js';

const { studyInstanceUID: study, examId } = examA1;
const WRONG_ENTRY = '110514';
const hour = 60 * 60_000;
const isArchived = ({ archives }: Shown): boolean => archives.some(({ state }) => state === 'archived');

describe('the wrong worklist entry', () => {
  let gateway: Gateway;
  const wrong = scanOf().map((_, n) => `${study}.1.${n + 1}`);
  const right = [`${study}.2.1`, `${study}.2.2`];
  const archived = (root: string) => gateway.pacs.received.filter(({ SOPInstanceUID }) => SOPInstanceUID.startsWith(root)).map(({ SOPInstanceUID }) => SOPInstanceUID);
  const received = () => gateway.others.heard(modalityGateway.ScanReceived).filter(({ data }) => data.studyInstanceUID === study);
  const worklist = async () => (await find(gateway.peer(), { AccessionNumber: '' })).map((item) => textOf(item, 'AccessionNumber'));
  const counted = async (uid: string) => {
    const { rows } = await gateway.service.database.pool.query<{ instance_count: number; filed: number }>(
      'select instance_count, jsonb_array_length(instances) as filed from acquisitions where study_instance_uid = $1',
      [uid],
    );
    return rows[0];
  };

  beforeAll(async () => {
    gateway = await openGateway();
    await gateway.patientIs();
    await gateway.examIs();
  }, 120_000);
  afterAll(() => gateway?.stop());

  it('is not told, not read and not archived while its step goes on', async () => {
    expect(await createStep(gateway.peer(), '1.2.8.1', beginning)).toEqual({ status: 0 });
    await gateway.send(scanOf());
    await gateway.study(study, ({ instances }) => instances.length === 2, 'the objects');
    gateway.time.advance(hour);
    await gateway.rounds();
    expect(await gateway.study(study, () => true, 'the study')).toMatchObject({ state: 'receiving', archives: [] });
    expect([received(), archived(study)]).toEqual([[], []]);
  });

  it('is as if it had never begun once the device says so: hidden everywhere, and open on the worklist', async () => {
    expect(await setStep(gateway.peer(), '1.2.8.1', brokenOff(WRONG_ENTRY, ...wrong))).toEqual({ status: 0 });
    const said = await waitUntil(() => gateway.others.heard(modalityGateway.ScanDiscontinued)[0], 'ScanDiscontinued');
    expect(said).toMatchObject({ key: examId, data: { examId, reason: WRONG_ENTRY, wrongEntry: true } });
    await waitUntil(async () => (await counted(study))?.instance_count === 0, 'the objects to be hidden');
    expect(await counted(study)).toMatchObject({ filed: 2 });
    gateway.time.advance(5 * hour);
    await gateway.rounds();
    expect([await gateway.studies(examId), await gateway.studies()]).toEqual([[], []]);
    expect([received(), archived(study)]).toEqual([[], []]);
    expect(await worklist()).toEqual(['A1']);
    const { rows } = await gateway.service.database.pool.query<{ acquisition_id: string }>('select acquisition_id from acquisitions');
    const picture = await gateway.service.ask({ by: drLee, path: `/acquisitions/${rows[0]?.acquisition_id}/instances/${wrong[0]}/image.png` });
    expect(picture.status).toBe(404);
  });

  it('hides what comes late as well, and changes nothing when it comes again', async () => {
    await gateway.send([...scanOf(), image('Right Femur', `${study}.1.3`)]);
    await waitUntil(async () => (await counted(study))?.filed === 3, 'the late object');
    expect(await counted(study)).toEqual({ instance_count: 0, filed: 3 });
  });

  it('commits what the device asks for all the same: it is kept', async () => {
    const references = wrong.map((SOPInstanceUID) => ({ SOPClassUID: SOPClass.ComputedRadiographyImageStorage, SOPInstanceUID }));
    expect(await requestCommitment(gateway.peer(), { transactionUID: '1.2.8.9', references }, 5_000)).toMatchObject({ result: { committed: references } });
  });

  it('does not touch the right scan, which comes under the same Study Instance UID', async () => {
    expect(await createStep(gateway.peer(), '1.2.8.2', beginning)).toEqual({ status: 0 });
    await gateway.send(['AP Spine', 'Left Femur'].map((name, n) => image(name, right[n] ?? '')));
    expect(await setStep(gateway.peer(), '1.2.8.2', completedWith(...right))).toEqual({ status: 0 });
    const scan = await gateway.study(study, isArchived, 'the archived study');
    expect(scan).toMatchObject({ state: 'complete', completeBy: 'mpps', hidden: 3, problems: [] });
    expect(scan.instances.map(({ sopInstanceUID }) => sopInstanceUID)).toEqual(right);
    expect(archived(study)).toEqual(right);
    await waitUntil(() => received().length === 1, 'ScanReceived');
    expect(received()[0]?.data.instances.map(({ sopInstanceUID }) => sopInstanceUID)).toEqual(right);
    await waitUntil(async () => (await worklist()).length === 0, 'the empty worklist');
  });

  it('is taken back even after the study was complete: the item is open again', async () => {
    const late = '1.2.8.30';
    const exam = { examId: '0190a000-0000-7000-8000-000000000801', accessionNumber: 'L1', studyInstanceUID: late, orders: [{ accessionNumber: 'L1', studyInstanceUID: late, service: { code: '77080', meaning: 'DXA', scheme: 'C4' } }] };
    await gateway.examIs(exam);
    expect(await createStep(gateway.peer(), '1.2.8.3', beginningOf(late))).toEqual({ status: 0 });
    await gateway.send(scanOf(late, { AccessionNumber: 'L1' }));
    await gateway.study(late, ({ instances }) => instances.length === 2, 'the objects');
    gateway.time.advance(5 * hour);
    await gateway.study(late, isArchived, 'the abandoned and archived study');
    await waitUntil(async () => (await worklist()).length === 0, 'the empty worklist');
    expect(await setStep(gateway.peer(), '1.2.8.3', brokenOff(WRONG_ENTRY))).toEqual({ status: 0 });
    await waitUntil(async () => (await worklist()).includes('L1'), 'the exam on the worklist');
    expect(await gateway.studies(exam.examId)).toEqual([]);
  });

  it('is not any other reason to break off: what came then counts, after the quiet minute', async () => {
    const broken = '1.2.8.40';
    expect(await createStep(gateway.peer(), '1.2.8.4', beginningOf(broken))).toEqual({ status: 0 });
    await gateway.send(scanOf(broken, { AccessionNumber: '' }));
    expect(await setStep(gateway.peer(), '1.2.8.4', brokenOff('110513', `${broken}.1.1`))).toEqual({ status: 0 });
    await gateway.study(broken, ({ instances }) => instances.length === 2, 'the objects');
    gateway.time.advance(60_000);
    expect(await gateway.study(broken, ({ state }) => state === 'complete', 'the complete study')).toMatchObject({ completeBy: 'quiet-time', hidden: 0, steps: [{ status: 'discontinued', reason: '110513' }] });
  });

  it('stands in lists that equal what a rebuild makes of the facts', async () => {
    await gateway.settled();
    const rows = async () => Promise.all(['acquisitions', 'acquisition_archives', 'forwarding_progress', 'worklist_items'].map(async (table) => (await gateway.service.database.pool.query(`select * from ${table} order by 1, 2`)).rows));
    const before = await rows();
    for (const name of ['acquisitions', 'acquisition-archives', 'forwarding-progress', 'worklist-items']) await gateway.service.store.rebuild(name);
    expect(await rows()).toEqual(before);
  });
});
