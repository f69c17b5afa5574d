import { modalityGateway, scheduling } from '@osteon/contracts';
import { createStep, setStep, type Keywords } from '@osteon/dicom';
import { examA1, msOkafor, waitUntil } from '@osteon/testing';
import { openGateway, type Gateway } from '../testing/gateway.story.js';
import { examScheduled, patient } from '../testing/north.story.js';
import { scanOf } from '../testing/scan.story.js';

const beginning: Keywords = {
  ScheduledStepAttributesSequence: [{ StudyInstanceUID: examA1.studyInstanceUID, AccessionNumber: examA1.accessionNumber }],
  PerformedProcedureStepID: 'PPS1',
  PerformedStationAETitle: 'IDXA1',
  PerformedProcedureStepStartDate: '20260302',
  PerformedProcedureStepStartTime: '092000',
  PerformedProcedureStepStatus: 'IN PROGRESS',
  Modality: 'BMD',
  PatientID: msOkafor.identifier.value,
  PatientBirthDate: '19581120',
};
const listing = (...uids: string[]): Keywords => ({
  PerformedProcedureStepStatus: 'COMPLETED',
  PerformedSeriesSequence: [
    {
      ReferencedImageSequence: uids.map((uid) => ({ ReferencedSOPClassUID: '1.2.840.10008.5.1.4.1.1.1', ReferencedSOPInstanceUID: uid })),
    },
  ],
});
const of = (study: string): Keywords => ({ ...beginning, ScheduledStepAttributesSequence: [{ StudyInstanceUID: study }] });

describe('performed procedure steps', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await openGateway();
    await gateway.others.say(scheduling.Patient, patient, { key: patient.patientId, subject: `patients/${patient.patientId}` });
    await gateway.others.say(scheduling.ExamScheduled, examScheduled, { key: examScheduled.examId, subject: `exam-${examScheduled.examId}` });
    await waitUntil(async () => (await gateway.service.database.pool.query('select 1 from worklist_items')).rowCount, 'the exam');
  }, 120_000);
  afterAll(() => gateway?.stop());

  it('are refused only where they cannot be', async () => {
    const peer = gateway.peer();
    expect(await createStep(peer, '1.2.7.1', { ...of('1.2.9.1'), PerformedProcedureStepStatus: 'COMPLETED' })).toMatchObject({ status: 0x0106 });
    expect(await createStep(peer, '1.2.7.1', of('1.2.9.1'))).toEqual({ status: 0 });
    expect(await createStep(peer, '1.2.7.1', of('1.2.9.1'))).toMatchObject({ status: 0x0111 });
    expect(await setStep(peer, '1.2.7.2', listing('1.2.9.1.1'))).toMatchObject({ status: 0x0112 });
    expect(await setStep(peer, '1.2.7.1', { PerformedProcedureStepStatus: 'COMPLETED' })).toEqual({ status: 0 });
    expect(await setStep(peer, '1.2.7.1', { PerformedProcedureStepStatus: 'COMPLETED' })).toMatchObject({ status: 0x0110, errorID: 0xa710 });
  });

  it('complete a study when what they list is here, not before, though they end before it comes', async () => {
    const uids = ['AP Spine', 'Left Femur'].map((_, at) => `${examA1.studyInstanceUID}.1.${at + 1}`);
    expect(await createStep(gateway.peer(), '1.2.7.3', beginning)).toEqual({ status: 0 });
    await waitUntil(() => gateway.others.heard(modalityGateway.ScanStarted).length === 1, 'ScanStarted');
    expect(gateway.others.heard(modalityGateway.ScanStarted)[0]).toMatchObject({ data: { examId: examA1.examId, deviceId: 'idxa-1' } });
    expect(await setStep(gateway.peer(), '1.2.7.3', listing(...uids))).toEqual({ status: 0 });
    await gateway.send(scanOf());
    const study = await gateway.study(examA1.studyInstanceUID, ({ state }) => state === 'complete', 'the complete study');
    expect(study.completeBy).toBe('mpps');
  });

  it('hold back a study while in progress, whatever the profile says', async () => {
    const study = '1.2.9.2';
    expect(await createStep(gateway.peer(), '1.2.7.4', of(study))).toEqual({ status: 0 });
    await gateway.send(scanOf(study));
    const uids = [`${study}.1.1`, `${study}.1.2`];
    expect((await gateway.study(study, ({ instances }) => instances.length === 2, 'the objects')).state).toBe('receiving');
    expect(await setStep(gateway.peer(), '1.2.7.4', listing(...uids))).toEqual({ status: 0 });
    expect((await gateway.study(study, ({ state }) => state === 'complete', 'the complete study')).completeBy).toBe('mpps');
  });
});
