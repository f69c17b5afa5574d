import { context, given, service } from '@osteon/testing';
import { exams } from '../exam/exam.aggregate.js';
import type { ExamCancelled } from '../exam/exam.events.js';
import { examRefusals } from '../exam/exam.refusals.js';
import { discontinued, order, scanned, scheduled, started, vfaAdded, vfaOrder } from '../exam/exam.story.js';
import { cancelOrder, type CancelOrder } from './cancel-order.js';

const ris = context(service('north-ris'));
const word = { key: order.key ?? '', saidAt: '2026-03-02T07:45:00Z' };
const cancelled: ExamCancelled = { type: 'ExamCancelled', data: word };
const cancel = (said: CancelOrder = word) => (exam: Parameters<typeof cancelOrder>[0], asked: Parameters<typeof cancelOrder>[2]) => cancelOrder(exam, said, asked);

describe('CA, DC and OC', () => {
  it('of the only order of an exam cancel the exam', () => {
    given(exams, scheduled).when(cancel(), ris).then(cancelled);
  });

  it('of an unknown order change nothing', () => {
    given(exams).when(cancel(), ris).thenNothing();
    given(exams, scheduled).when(cancel({ ...word, key: vfaOrder.key ?? '' }), ris).thenNothing();
  });

  it('of one of several orders leave the exam to the others, and with the last one it goes', () => {
    const first = { type: 'OrderCancelled', data: word } as const;
    const last = { ...word, key: vfaOrder.key ?? '' };
    given(exams, scheduled, vfaAdded).when(cancel(), ris).then(first);
    given(exams, scheduled, vfaAdded, first).when(cancel(last), ris).then({ type: 'ExamCancelled', data: last });
  });

  it('after the scan began change nothing by themselves: a person decides', () => {
    given(exams, scheduled, scanned).when(cancel(), ris).then({ type: 'CancelAskedAfterScan', data: word });
  });

  it('after the device said that it has begun ask a person too, also when it has broken off since', () => {
    const asked = { type: 'CancelAskedAfterScan', data: word } as const;
    given(exams, scheduled, started).when(cancel(), ris).then(asked);
    given(exams, scheduled, started, discontinued('110513')).when(cancel(), ris).then(asked);
  });

  it('after it had the wrong worklist entry cancel as if it had never begun', () => {
    given(exams, scheduled, started, discontinued('110514')).when(cancel(), ris).then(cancelled);
    const other = { ...started, data: { ...started.data, source: { subject: 'procedure-step-2', streamVersion: 1 } } };
    given(exams, scheduled, started, other, discontinued('110514')).when(cancel(), ris).then({ type: 'CancelAskedAfterScan', data: word });
  });

  it('said twice, or before the newest word about the order, change nothing', () => {
    given(exams, scheduled, cancelled).when(cancel(), ris).thenNothing();
    given(exams, scheduled).when(cancel({ ...word, saidAt: '2026-03-02T07:00:00Z' }), ris).thenNothing();
  });

  it('are taken under any number of the patient after a merge', () => {
    const patientIds = ['0190a000-0000-7000-8000-000000000002', scheduled.data.patientId];
    given(exams, scheduled).when(cancel({ ...word, patientIds }), ris).then(cancelled);
  });

  it('are refused where the order is about another patient', () => {
    given(exams, scheduled)
      .when(cancel({ ...word, patientIds: ['0190a000-0000-7000-8000-000000000002'] }), ris)
      .thenRefused(examRefusals.EXAM_OF_ANOTHER_PATIENT);
  });
});
