import { context, given, msOkafor, NORTH, service } from '@osteon/testing';
import { exams } from '../exam/exam.aggregate.js';
import { examRefusals } from '../exam/exam.refusals.js';
import { order, scanned, schedule, scheduled, vfaAdded, vfaOrder } from '../exam/exam.story.js';
import { takeOrder, type TakeOrder } from './take-order.js';

const ris = context(service('north-ris'));
const issued = {
  accessionNumber: 'OST0000000001',
  studyInstanceUID: '2.25.1',
  requestedProcedureId: 'ORP0000000001',
  scheduledProcedureStepId: 'OSP0000000001',
};
const { requestedProcedureId, scheduledProcedureStepId, ...wanted } = schedule;
const { placerOrderNumber, fillerOrderNumber, service: ordered, accessionNumber, studyInstanceUID } = order;
const said: TakeOrder = {
  facilityId: NORTH,
  patientId: msOkafor.patientId,
  patientIds: [msOkafor.patientId],
  patientVersion: 1,
  order: { key: order.key ?? '', saidAt: order.saidAt, placerOrderNumber, fillerOrderNumber, service: ordered },
  wanted,
  brought: { accessionNumber, studyInstanceUID, requestedProcedureId, scheduledProcedureStepId },
  issued,
  siteVersion: 1,
  flags: [],
};
const later = { ...said, order: { ...said.order, saidAt: '2026-03-02T07:45:00Z' } };
const take = (change: Partial<TakeOrder> = {}, of: TakeOrder = said) => (exam: Parameters<typeof takeOrder>[0], asked: Parameters<typeof takeOrder>[2]) =>
  takeOrder(exam, { ...of, ...change }, asked);

describe('a new order', () => {
  it('schedules its exam, and what it brings is kept', () => {
    given(exams).when(take(), ris).then(scheduled);
  });

  it('gets issued what it lacks', () => {
    const lacking = given(exams).when(take({ brought: {} }), ris);
    lacking.then({
      type: 'ExamScheduled',
      data: {
        ...scheduled.data,
        schedule: { ...schedule, requestedProcedureId: 'ORP0000000001', scheduledProcedureStepId: 'OSP0000000001' },
        order: { ...order, accessionNumber: 'OST0000000001', studyInstanceUID: '2.25.1' },
      },
    });
  });

  it('without time, modality and priority is a routine bone density exam for now', () => {
    const { zone, procedure, details } = schedule;
    given(exams)
      .when(take({ wanted: { zone, procedure, details } }), ris)
      .then({
        type: 'ExamScheduled',
        data: {
          ...scheduled.data,
          schedule: { zone, procedure, details, requestedProcedureId, scheduledProcedureStepId, scheduledAt: ris.at, modality: 'BMD', priority: 'routine' },
        },
      });
  });

  it('of a known order is an upsert: the later word replaces the earlier one', () => {
    const moved = { ...wanted, scheduledAt: '2026-03-02T10:00:00Z' };
    given(exams, scheduled)
      .when(take({ wanted: moved }, later), ris)
      .then({
        type: 'ExamRescheduled',
        data: { schedule: { ...schedule, ...moved }, order: { ...order, saidAt: later.order.saidAt }, siteVersion: 1, flags: [] },
      });
  });

  it('leaves as it is what the later word leaves empty', () => {
    const { heightM: _height, stationAETitle: _station, ...less } = wanted;
    given(exams, scheduled).when(take({ wanted: less, brought: {} }, later), ris).thenNothing();
  });

  it('changes nothing when it says the same again', () => {
    given(exams, scheduled).when(take({}, later), ris).thenNothing();
  });

  it('never overwrites what a newer MSH-7 said', () => {
    const older = { ...said, order: { ...said.order, saidAt: '2026-03-02T07:29:59Z' } };
    given(exams, scheduled).when(take({ wanted: { ...wanted, priority: 'stat' } }, older), ris).thenNothing();
  });

  it('changes nothing after the scan: numbers and time are history then', () => {
    given(exams, scheduled, scanned).when(take({ wanted: { ...wanted, priority: 'stat' } }, later), ris).thenNothing();
  });

  it('with the numbers of a known exam is one more order of it, also after the scan', () => {
    const second = { ...said, order: { ...said.order, key: vfaOrder.key ?? '', fillerOrderNumber: vfaOrder.fillerOrderNumber } };
    given(exams, scheduled).when(take({}, second), ris).then(vfaAdded);
    given(exams, scheduled, scanned).when(take({ brought: {} }, second), ris).then(vfaAdded);
    given(exams, scheduled, vfaAdded).when(take({}, second), ris).thenNothing();
  });

  it('is refused where its numbers belong to an exam of another patient', () => {
    const patientId = '0190a000-0000-7000-8000-000000000002';
    given(exams, scheduled).when(take({ patientId, patientIds: [patientId] }), ris).thenRefused(examRefusals.EXAM_OF_ANOTHER_PATIENT);
  });

  it('under another number of the patient, after a merge, is about the same person', () => {
    const patientId = '0190a000-0000-7000-8000-000000000002';
    given(exams, scheduled).when(take({ patientId, patientIds: [patientId, msOkafor.patientId] }), ris).thenNothing();
  });

  it('is refused where its Study Instance UID belongs to an exam of another hospital', () => {
    given(exams, scheduled).when(take({ facilityId: 'SOUTH' }), ris).thenRefused(examRefusals.STUDY_INSTANCE_UID_TAKEN);
  });
});
