import { modalityGateway } from '@osteon/contracts';
import { SOPClass, TransferSyntax, uidFromUUID } from '@osteon/dicom';
import { at, waitUntil } from '@osteon/testing';
import { openGateway, testPacs, type Gateway, type Shown } from './testing/gateway.story.js';
import { archive } from './testing/north.story.js';
import { image, scanOf } from './testing/scan.story.js';

const numbered = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const minute = 60_000;

describe('a scan on a hard day', () => {
  let gateway: Gateway;
  /** Each test has an exam of its own, of Ms Okafor. */
  const exam = (n: number) => ({ examId: numbered(n), accessionNumber: `B${n}`, studyInstanceUID: `1.2.3.${n}`, orders: [{ accessionNumber: `B${n}`, studyInstanceUID: `1.2.3.${n}`, service: { code: '77080', meaning: 'DXA', scheme: 'C4' } }] });
  const scan = (n: number, changed = {}) => scanOf(`1.2.3.${n}`, { AccessionNumber: `B${n}`, ...changed });
  const study = (n: number, holds: (study: Shown) => boolean, what: string) => gateway.study(`1.2.3.${n}`, holds, what);
  const archived = (n: number) => gateway.pacs.received.filter(({ SOPInstanceUID }) => SOPInstanceUID.startsWith(`1.2.3.${n}.`)).map(({ SOPInstanceUID }) => SOPInstanceUID);
  const said = (contract: typeof modalityGateway.ScanReceived, n: number) => gateway.others.heard(contract).filter(({ data }) => data.studyInstanceUID === `1.2.3.${n}`);
  const isArchived = ({ archives }: Shown): boolean => archives.some(({ state }) => state === 'archived');

  beforeAll(async () => {
    gateway = await openGateway();
    await gateway.patientIs();
  }, 120_000);
  afterAll(() => gateway?.stop());
  /** No test waits for what another one has left. */
  beforeEach(async () => {
    gateway.pacs.mood = 0;
    gateway.time.advance(5 * minute);
    await gateway.settled();
  });

  it('is complete after a quiet minute where nobody has written down what the device sends', async () => {
    await gateway.examIs(exam(20));
    await gateway.send(scan(20), 'PRODIGY');
    await study(20, isArchived, 'the archived study');
    gateway.time.advance(minute - 1);
    await gateway.rounds();
    expect(await study(20, () => true, 'the study')).toMatchObject({ state: 'receiving' });
    gateway.time.advance(1);
    expect(await study(20, ({ state }) => state === 'complete', 'the complete study')).toMatchObject({ completeBy: 'quiet-time' });
    await waitUntil(() => said(modalityGateway.ScanReceived, 20).length === 1, 'ScanReceived');
  });

  it('without an exam is kept, listed and sent nowhere, until its order comes', async () => {
    await gateway.send(scan(21));
    const waiting = await study(21, ({ state }) => state === 'complete', 'the unmatched study');
    expect(waiting).toMatchObject({ match: 'unmatched', why: ['NO_EXAM_NAMED'], archives: [] });
    const heard = await waitUntil(() => gateway.others.heard(modalityGateway.ScanUnmatched).find(({ key }) => key === waiting.acquisitionId), 'ScanUnmatched');
    expect(heard).toMatchObject({ data: { state: 'unmatched', candidates: [], studyInstanceUID: '1.2.3.21' } });
    await gateway.rounds();
    expect(archived(21)).toEqual([]);

    await gateway.examIs(exam(21));
    const met = await study(21, isArchived, 'the matched and archived study');
    expect(met).toMatchObject({ match: 'matched', examId: numbered(21) });
    expect(archived(21)).toEqual(['1.2.3.21.1.1', '1.2.3.21.1.2']);
    const [told] = await waitUntil(() => said(modalityGateway.ScanReceived, 21).length > 0 && said(modalityGateway.ScanReceived, 21), 'ScanReceived');
    expect(told).toMatchObject({ key: numbered(21), data: { examId: numbered(21), scans: [{}, {}] } });
    const { rows } = await gateway.service.database.pool.query('select state from worklist_items where exam_id = $1', [numbered(21)]);
    expect(rows).toEqual([{ state: 'done' }]);
  });

  it('without an exam is looked at again and again without a fact being added', async () => {
    await gateway.send(scan(22));
    const waiting = await study(22, ({ state }) => state === 'complete', 'the unmatched study');
    await waitUntil(async () => (await gateway.events(waiting.acquisitionId)).includes('MeasurementsRead'), 'the reading');
    const before = await gateway.events(waiting.acquisitionId);
    for (let round = 0; round < 3; round += 1) await gateway.rounds();
    expect(await gateway.events(waiting.acquisitionId)).toEqual(before);
  });

  it('that names another patient than its exam waits for a person', async () => {
    await gateway.examIs(exam(23));
    await gateway.send(scan(23, { PatientID: '000000', PatientBirthDate: '19700101' }));
    expect(await study(23, () => true, 'the study')).toMatchObject({ match: 'ambiguous', candidates: [numbered(23)], why: ['PATIENT_ID_DIFFERS', 'BIRTH_DATE_DIFFERS'] });
    expect(archived(23)).toEqual([]);
  });

  it('meets its exam once its patient is here', async () => {
    const patientId = numbered(124);
    await gateway.examIs({ ...exam(24), patientId });
    await gateway.send(scan(24, { PatientID: '7' }));
    expect(await study(24, () => true, 'the study')).toMatchObject({ match: 'ambiguous', why: ['PATIENT_NOT_HERE'] });
    await gateway.patientIs({ patientId, identifiers: [{ value: '7', authority: 'NORTH-HIS' }] });
    await study(24, isArchived, 'the archived study');
  });

  it('names a patient by a number from before a merge', async () => {
    const [survivor, merged] = [numbered(125), numbered(126)];
    await gateway.patientIs({ patientId: survivor, identifiers: [{ value: '8', authority: 'NORTH-HIS' }] });
    await gateway.examIs({ ...exam(25), patientId: survivor });
    await gateway.send(scan(25, { PatientID: '9' }));
    await study(25, ({ match }) => match === 'ambiguous', 'the ambiguous study');
    await gateway.patientIs({ patientId: merged, mergedInto: survivor, identifiers: [{ value: '9', authority: 'NORTH-HIS' }] });
    await study(25, isArchived, 'the archived study');
  });

  it('answers the second order of its exam too', async () => {
    const { orders } = exam(26);
    await gateway.examIs({ ...exam(26), orders: [...orders, { accessionNumber: 'B26-VFA', studyInstanceUID: '1.2.3.2600', service: { code: '77086', meaning: 'VFA', scheme: 'C4' } }] });
    await gateway.send(scanOf('1.2.3.2600', { AccessionNumber: '' }));
    expect(await gateway.study('1.2.3.2600', ({ match }) => match === 'matched', 'the study')).toMatchObject({ examId: numbered(26) });
  });

  it('is sent again when the archive was away, the same objects', async () => {
    await gateway.siteIs({ archives: [{ ...archive, port: 1 }] });
    await gateway.examIs(exam(30));
    await gateway.send(scan(30));
    const away = await study(30, ({ archives }) => archives.length > 0, 'the first attempt');
    expect(away.archives).toEqual([{ archiveId: 'pacs', state: 'pending' }]);
    await gateway.siteIs();
    await gateway.later(5 * minute);
    await study(30, isArchived, 'the archived study');
    expect(archived(30)).toEqual(['1.2.3.30.1.1', '1.2.3.30.1.2']);
  });

  it('is sent again when the archive takes no association, or refuses for now', async () => {
    await gateway.examIs(exam(31));
    gateway.pacs.mood = 'rejects';
    await gateway.send(scan(31));
    const { acquisitionId } = await study(31, ({ archives }) => archives.length > 0, 'the first attempt');
    await waitUntil(async () => (await gateway.events(acquisitionId)).includes('InstancesForwarded'), 'the rejection');
    gateway.pacs.mood = 0xa700;
    await gateway.later(5 * minute);
    await waitUntil(async () => (await gateway.events(acquisitionId)).filter((type) => type === 'InstancesForwarded').length === 2, 'the refusal');
    gateway.pacs.mood = 0;
    await gateway.later(5 * minute);
    await study(31, isArchived, 'the archived study');
    expect(archived(31)).toEqual(['1.2.3.31.1.1', '1.2.3.31.1.2']);
  });

  it('that an archive refuses for good is shown as refused, and not sent again', async () => {
    await gateway.examIs(exam(32));
    gateway.pacs.mood = 0x0122;
    await gateway.send(scan(32));
    const refused = await study(32, ({ archives }) => archives.some(({ state }) => state === 'refused'), 'the refusal');
    gateway.pacs.mood = 0;
    await gateway.later(60 * minute);
    await gateway.rounds();
    expect((await gateway.events(refused.acquisitionId)).filter((type) => type === 'ForwardingAttempted')).toHaveLength(1);
    expect(archived(32)).toEqual([]);
  });

  it('that has been answered for is looked at no more, until an archive joins: it gets what came before', async () => {
    const settled = async (n: number) =>
      (await gateway.service.database.pool.query('select settled_in from forwarding_progress join acquisitions using (acquisition_id) where study_instance_uid = $1', [`1.2.3.${n}`])).rows;
    expect([await settled(31), await settled(32)]).toEqual([[{ settled_in: ['pacs'] }], [{ settled_in: ['pacs'] }]]);
    await gateway.send([image('Right Femur', '1.2.3.31.1.3', { StudyInstanceUID: '1.2.3.31', AccessionNumber: 'B31' })]);
    await waitUntil(() => archived(31).length === 3, 'the late object in the archive');
    const joining = await testPacs();
    await gateway.siteIs({ archives: [{ ...archive, port: gateway.pacs.port }, { ...archive, id: 'joining', port: joining.port }] });
    const joined = () => joining.received.filter(({ SOPInstanceUID }) => /^1\.2\.3\.3[12]\./.test(SOPInstanceUID)).length;
    await waitUntil(() => joined() === 5, 'both studies in the archive that joined');
    await waitUntil(async () => JSON.stringify(await settled(32)).includes('joining'), 'the answers to be counted');
    expect([await settled(31), await settled(32)]).toEqual([[{ settled_in: ['joining', 'pacs'] }], [{ settled_in: ['joining', 'pacs'] }]]);
    await gateway.siteIs();
    await joining.stop();
  });

  it('is uncertain and sent again when the archive breaks off in the middle', async () => {
    const breaking = await testPacs();
    breaking.mood = 'breaks';
    await gateway.siteIs({ archives: [{ ...archive, port: breaking.port }] });
    await gateway.examIs(exam(33));
    await gateway.send(scan(33));
    const { acquisitionId } = await study(33, ({ archives }) => archives.length > 0, 'the first attempt');
    const outcome = async () => (await gateway.service.store.readStream(`acquisition-${acquisitionId}`)).find(({ event }) => event.type === 'InstancesForwarded');
    expect((await waitUntil(outcome, 'the outcome')).event.data).toMatchObject({ outcomes: [{ outcome: 'uncertain' }, { outcome: 'unsent' }] });
    await gateway.siteIs();
    await gateway.later(5 * minute);
    await study(33, isArchived, 'the archived study');
    expect(archived(33)).toEqual(['1.2.3.33.1.1', '1.2.3.33.1.2']);
    await breaking.stop();
  });

  it('is filed when the process that received it is gone', async () => {
    await gateway.examIs(exam(36));
    const { objects, database } = gateway.service;
    const [associationId, receiptId] = [numbered(361), numbered(362)];
    const file = image('AP Spine', '1.2.3.36.1.1', { StudyInstanceUID: '1.2.3.36', AccessionNumber: 'B36' });
    const instance = {
      sopClassUID: SOPClass.ComputedRadiographyImageStorage,
      sopInstanceUID: '1.2.3.36.1.1',
      transferSyntaxUID: TransferSyntax.ExplicitVRLittleEndian,
      seriesInstanceUID: uidFromUUID(receiptId),
      kind: 'image',
      object: await objects.put('modality-gateway', file, 'application/dicom'),
    };
    const header = { studyInstanceUID: '1.2.3.36', accessionNumber: 'B36', patientId: '483920' };
    await database.pool.query(`insert into associations values ($1, 'NORTH', 'prodigy', now(), now() - interval '1 minute')`, [associationId]);
    await database.pool.query(
      `insert into instance_receipts (receipt_id, association_id, facility_id, device_id, study_instance_uid, sop_instance_uid, instance, header, received_at)
       values ($1, $2, 'NORTH', 'prodigy', '1.2.3.36', '1.2.3.36.1.1', $3, $4, $5)`,
      [receiptId, associationId, instance, header, at.scanned],
    );
    await study(36, isArchived, 'the archived study');
    expect(archived(36)).toEqual(['1.2.3.36.1.1']);
  });

  it('does not wait behind one that cannot be read', async () => {
    await gateway.examIs(exam(34));
    await gateway.examIs(exam(35));
    await gateway.send(scan(34), 'PRODIGY');
    const lost = await study(34, isArchived, 'the first study');
    await gateway.service.database.pool.query(`update events set data = jsonb_set(data, '{instances,0,object,key}', to_jsonb('modality-gateway/' || repeat('0', 64)))
      where stream_id = $1 and type = 'InstancesFiled'`, [`acquisition-${lost.acquisitionId}`]);
    gateway.time.advance(minute);
    await gateway.send(scan(35));
    await waitUntil(() => said(modalityGateway.ScanReceived, 35).length === 1, 'the second study to be told');
    expect(said(modalityGateway.ScanReceived, 34)).toEqual([]);
  });
});
