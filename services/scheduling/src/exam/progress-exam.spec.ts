import { given, context, service } from '@osteon/testing';
import { deliveryProgress } from './delivery-progress.js';
import { exams } from './exam.aggregate.js';
import type { ExamProgressed } from './exam.events.js';
import { examRefusals } from './exam.refusals.js';
import { scanned, scheduled } from './exam.story.js';
import { progressExam } from './progress-exam.js';

const heard = context(service('scheduling'));
const progress = (data: ExamProgressed['data']) => (exam: Parameters<typeof progressExam>[0], asked: Parameters<typeof progressExam>[2]) =>
  progressExam(exam, data, asked);

describe('the progress of an exam', () => {
  it('is what another service says of it', () => {
    given(exams, scheduled).when(progress(scanned.data), heard).then(scanned);
  });

  it('is not made twice by the same word, nor by an older one of the same stream, however late', () => {
    given(exams, scheduled, scanned).when(progress(scanned.data), heard).thenNothing();
    const older = { ...scanned.data, source: { subject: 'acquisition-1', streamVersion: 4 } };
    given(exams, scheduled, scanned).when(progress(older), heard).thenNothing();
  });

  it('goes on with a newer word of the same stream, and with any of another', () => {
    const newer: ExamProgressed = { type: 'ExamProgressed', data: { ...scanned.data, step: 'images-archived', source: { subject: 'acquisition-1', streamVersion: 6 } } };
    given(exams, scheduled, scanned).when(progress(newer.data), heard).then(newer);
    const other: ExamProgressed = { type: 'ExamProgressed', data: { ...scanned.data, step: 'reading-started', source: { subject: 'study-to-read-1', streamVersion: 1 } } };
    given(exams, scheduled, scanned).when(progress(other.data), heard).then(other);
  });

  it('is refused for an exam that was never scheduled: then a message is parked, not lost', () => {
    given(exams).when(progress(scanned.data), heard).thenRefused(examRefusals.EXAM_UNKNOWN);
  });

  it('names the destination, the revision and the answer of a delivery', () => {
    const said = { destination: { id: 'north-emr', kind: 'emr' }, revision: 1, answer: 'AA' } as const;
    expect(deliveryProgress('delivered', said, { subject: 'delivery-1', streamVersion: 3, at: '2026-03-02T09:06:00.000Z' })).toEqual({
      step: 'delivered',
      at: '2026-03-02T09:06:00.000Z',
      by: 'delivery',
      detail: 'north-emr',
      delivery: { destination: 'north-emr', kind: 'emr', revision: 1, answer: 'AA' },
      source: { subject: 'delivery-1', streamVersion: 3 },
    });
  });
});
