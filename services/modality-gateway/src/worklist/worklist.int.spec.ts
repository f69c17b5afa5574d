import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scheduling } from '@osteon/contracts';
import { find, readKeywords, store, type Keywords } from '@osteon/dicom';
import { examA1, msOkafor, SOUTH, waitUntil } from '@osteon/testing';
import { dcmtk, itWithDcmtk, withFiles } from '../testing/dcmtk.story.js';
import { openGateway, type Gateway } from '../testing/gateway.story.js';
import { idxa1, north, patient } from '../testing/north.story.js';
import { image } from '../testing/scan.story.js';

const numbered = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('the worklist', () => {
  let gateway: Gateway;
  const port = () => String(gateway.peer().port);
  const ask = async (keys: Keywords = {}, callingAETitle?: string) =>
    (await find(gateway.peer(callingAETitle), { PatientName: '', ...keys })).map(({ AccessionNumber }) => AccessionNumber);

  beforeAll(async () => {
    gateway = await openGateway();
    const pole = { ...idxa1, id: 'idxa-2', aeTitles: ['IDXA2'], charset: 'ISO_IR 192' };
    await gateway.siteIs({ devices: [idxa1, pole] });
    await gateway.siteIs({ ...north, facilityId: SOUTH, devices: [{ ...idxa1, calledAETitle: 'SOUTH' }] });
  }, 120_000);
  afterAll(() => gateway?.stop());

  it('holds an exam until its patient is here as the exam knows her', async () => {
    await gateway.examIs({ patientVersion: 2 });
    expect(await ask()).toEqual([]);
    await gateway.patientIs({ version: 1, name: { family: 'Unknown' } });
    expect(await ask()).toEqual([]);
    await gateway.patientIs({ version: 2 });
    expect(await ask()).toEqual(['A1']);
  });

  itWithDcmtk('shows findscu the exam, in the letters of the device and the time of the hospital', async () => {
    await withFiles([], async (folder) => {
      const keys = ['PatientName=oka*', 'PatientID', 'ScheduledProcedureStepSequence[0].ScheduledProcedureStepStartDate=20260302'];
      const asked = keys.flatMap((key) => ['-k', key]);
      const ran = await dcmtk('findscu', '-W', '-v', '-X', '-od', folder, '-aec', 'OSTEON', '-aet', 'IDXA1', ...asked, '127.0.0.1', port());
      expect(ran).toMatchObject({ code: 0 });
      const bytes = await readFile(join(folder, 'rsp0001.dcm'));
      expect(bytes.includes(Buffer.from('Okafor^Zo\xeb', 'latin1'))).toBe(true);
      expect(readKeywords(bytes)).toMatchObject({
        SpecificCharacterSet: 'ISO_IR 100',
        PatientName: 'Okafor^Zoë',
        PatientID: '483920',
        PatientBirthDate: '19581120',
        PatientSex: 'F',
        PatientSize: '1.625',
        PatientWeight: '64',
        EthnicGroup: 'African',
        AccessionNumber: 'A1',
        StudyInstanceUID: examA1.studyInstanceUID,
        RequestedProcedureID: 'RP1',
        ScheduledProcedureStepSequence: [
          {
            ScheduledStationAETitle: 'IDXA1',
            ScheduledProcedureStepStartDate: '20260302',
            ScheduledProcedureStepStartTime: '092000',
            Modality: 'BMD',
            ScheduledProcedureStepID: 'SPS1',
          },
        ],
      });
    });
  });

  itWithDcmtk('says that a key was not matched on', async () => {
    const asked = (key: string) => dcmtk('findscu', '-W', '-v', '-aec', 'OSTEON', '-aet', 'IDXA1', '-k', key, '127.0.0.1', port());
    expect((await asked('PatientBirthDate=19581120')).output).toContain('Pending: WarningUnsupportedOptionalKeys');
    expect((await asked('PatientID=483920')).output).not.toContain('WarningUnsupportedOptionalKeys');
  });

  itWithDcmtk('is not for whoever is unknown, nor under another name than its own', async () => {
    const echo = (calling: string, called: string) => dcmtk('echoscu', '-v', '-aet', calling, '-aec', called, '127.0.0.1', port());
    expect((await echo('STRANGER', 'OSTEON')).output).toContain('Calling AE Title Not Recognized');
    expect((await echo('IDXA1', 'ELSEWHERE')).output).toContain('Called AE Title Not Recognized');
    expect(await echo('IDXA1', 'OSTEON')).toMatchObject({ code: 0 });
  });

  it('is that of the own hospital', async () => {
    expect(await find(gateway.peer('IDXA1', 'SOUTH'), { PatientName: '' })).toEqual([]);
  });

  it('finds by each key, and takes wildcards in identifiers for letters', async () => {
    const step = (keys: Keywords) => ask({ ScheduledProcedureStepSequence: [keys] });
    for (const keys of [{ PatientID: '483920' }, { AccessionNumber: 'A1' }, { RequestedProcedureID: 'RP1' }, { PatientID: '*' }])
      expect(await ask(keys)).toEqual(['A1']);
    for (const keys of [{ PatientID: '4839*' }, { AccessionNumber: 'A?' }, { PatientName: 'Lee*' }, { RequestedProcedureID: 'RP2' }])
      expect(await ask(keys)).toEqual([]);
    expect(await step({ ScheduledStationAETitle: 'IDXA1', Modality: 'OT', ScheduledProcedureStepID: 'SPS1' })).toEqual(['A1']);
    expect(await step({ ScheduledProcedureStepStartDate: '20260301-20260302', ScheduledProcedureStepStartTime: '2200-0930' })).toEqual(['A1']);
    expect(await step({ ScheduledProcedureStepStartDate: '20260303' })).toEqual([]);
    expect(await step({ Modality: 'MR' })).toEqual([]);
  });

  it('holds a name that the device cannot write, and shows it to one that can', async () => {
    await gateway.patientIs({ patientId: numbered(2), name: { family: 'Łukasiewicz' }, identifiers: [{ value: '5', authority: 'NORTH-HIS' }] });
    await gateway.examIs({ examId: numbered(12), patientId: numbered(2), accessionNumber: 'A2', studyInstanceUID: '1.2.3.2' });
    expect(await ask()).toEqual(['A1']);
    expect(await ask({}, 'IDXA2')).toEqual(['A2', 'A1']);
  });

  it('holds an exam whose patient has no number of this hospital', async () => {
    await gateway.patientIs({ patientId: numbered(3), identifiers: [{ value: '483920', authority: 'ELSEWHERE' }] });
    await gateway.examIs({ examId: numbered(13), patientId: numbered(3), accessionNumber: 'A3', studyInstanceUID: '1.2.3.3' });
    expect(await ask({ PatientID: '483920' })).toEqual(['A1']);
  });

  it('follows a change of the exam and of the patient, and ignores what it has heard before', async () => {
    await gateway.examIs({ patientVersion: 2, scheduledAt: '2026-03-02T10:00:00Z', stationAETitle: 'IDXA2' }, 2);
    await gateway.patientIs({ version: 3, name: { family: 'Okafor-Lee', given: 'Zoë' } });
    for (let twice = 0; twice < 2; twice += 1) await gateway.examIs({}, 1);
    const [shown] = await find(gateway.peer(), { PatientID: '483920' });
    expect(shown).toMatchObject({ PatientName: 'Okafor-Lee^Zoë', ScheduledProcedureStepSequence: [{ ScheduledProcedureStepStartTime: '110000' }] });
    expect(await ask({ ScheduledProcedureStepSequence: [{ ScheduledStationAETitle: 'IDXA1' }], PatientID: '483920' })).toEqual([]);
    expect(await gateway.service.store.readStream(`worklist-item-${examA1.examId}`)).toHaveLength(2);
  });

  it('adds nothing when an exam is heard again after the inbox was pruned', async () => {
    await gateway.service.database.pool.query('delete from inbox');
    await gateway.examIs({}, 1);
    await gateway.examIs({ patientVersion: 2 }, 2);
    expect(await gateway.service.store.readStream(`worklist-item-${examA1.examId}`)).toHaveLength(2);
  });

  it('does not lose an exam that another study is merely like', async () => {
    expect(await store(gateway.peer(), [image('AP Spine', '9.9.1', { StudyInstanceUID: '9.9', AccessionNumber: '' })])).toMatchObject([{ outcome: 'delivered' }]);
    const study = await gateway.study('9.9', () => true, 'the study');
    expect(study).toMatchObject({ match: 'suggested', why: ['SAME_PATIENT_WITHIN_A_DAY'], candidates: [examA1.examId] });
    expect(await ask({ PatientID: msOkafor.identifier.value })).toEqual(['A1']);
  });

  it('equals what a rebuild makes of the facts', async () => {
    const { pool } = gateway.service.database;
    const rows = async () => (await pool.query('select * from worklist_items order by exam_id')).rows;
    const before = await rows();
    expect(before).toHaveLength(3);
    await pool.query(`update worklist_items set state = 'done'`);
    await gateway.service.store.rebuild('worklist-items');
    expect(await rows()).toEqual(before);
  });

  it('forgets an erased person', async () => {
    await gateway.others.say(scheduling.Patient, null, { key: patient.patientId, subject: `patients/${patient.patientId}`, version: 9 });
    await waitUntil(async () => (await ask({}, 'IDXA2')).length === 1, 'the erasure');
    expect(await ask({}, 'IDXA2')).toEqual(['A2']);
  });

  it('shows whoever was merged as the survivor, under the number that counts now', async () => {
    const [survivor, merged] = [numbered(5), numbered(6)];
    const identified = (value: string) => [{ value, authority: 'NORTH-HIS' }];
    await gateway.patientIs({ patientId: merged, identifiers: identified('771'), name: { family: 'Brennan' } });
    await gateway.examIs({ examId: numbered(16), patientId: merged, accessionNumber: 'A6', studyInstanceUID: '1.2.3.6' });
    expect(await ask({ PatientID: '771' })).toEqual(['A6']);
    await gateway.patientIs({ patientId: survivor, identifiers: identified('772'), name: { family: 'Brennan-Lee' } });
    await gateway.patientIs({ patientId: merged, version: 2, mergedInto: survivor, identifiers: identified('771'), name: { family: 'Brennan' } });
    expect(await find(gateway.peer(), { AccessionNumber: 'A6', PatientID: '', PatientName: '' })).toMatchObject([{ PatientID: '772', PatientName: 'Brennan-Lee' }]);
    expect([await ask({ PatientID: '772' }), await ask({ PatientID: '771' })]).toEqual([['A6'], []]);
  });
});
