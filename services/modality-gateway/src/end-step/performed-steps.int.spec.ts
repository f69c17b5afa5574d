import { modalityGateway, scheduling } from '@osteon/contracts';
import { createStep, setStep } from '@osteon/dicom';
import { examA1, waitUntil } from '@osteon/testing';
import { openGateway, type Gateway } from '../testing/gateway.story.js';
import { examScheduled, patient } from '../testing/north.story.js';
import { scanOf } from '../testing/scan.story.js';
import { beginning, beginningOf as of, completedWith as listing } from '../testing/step.story.js';

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
    expect(study).toMatchObject({ completeBy: 'mpps', steps: [{ status: 'completed', lacks: ['PerformedProcedureStepEndDate', 'PerformedProcedureStepEndTime'] }] });
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

  it('of no worklist item make an acquisition without an exam', async () => {
    const study = '1.2.9.3';
    // As long as her scanned exam is open, it is one that could be meant.
    await waitUntil(async () => (await gateway.service.database.pool.query(`select 1 from worklist_items where state = 'open'`)).rowCount === 0, 'the worklist to be empty');
    const started = gateway.others.heard(modalityGateway.ScanStarted).length;
    const unscheduled = { ...beginning, ScheduledStepAttributesSequence: [{ StudyInstanceUID: study, AccessionNumber: '', RequestedProcedureID: '' }] };
    expect(await createStep(gateway.peer(), '1.2.7.5', unscheduled)).toEqual({ status: 0 });
    await gateway.send(scanOf(study, { AccessionNumber: '' }));
    expect(await setStep(gateway.peer(), '1.2.7.5', listing(`${study}.1.1`, `${study}.1.2`))).toEqual({ status: 0 });
    const waiting = await gateway.study(study, ({ state }) => state === 'complete', 'the complete study');
    expect(waiting).toMatchObject({ completeBy: 'mpps', match: 'unmatched', why: ['NO_EXAM_NAMED'] });
    expect(waiting).not.toHaveProperty('examId');
    expect(gateway.others.heard(modalityGateway.ScanStarted)).toHaveLength(started);
  });
});
