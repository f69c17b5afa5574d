import { scheduling } from '@osteon/contracts';
import { fold, type Message, type Recorded } from '@osteon/event-store';
import { examA1 } from '@osteon/testing';
import { exams } from './exam.aggregate.js';
import type { ExamEvent, ExamRescheduled } from './exam.events.js';
import { examPublished } from './exam.published.js';
import { order, scanned, schedule, scheduled, vfaAdded, vfaOrder } from './exam.story.js';

const recorded = <E extends ExamEvent>(event: E, streamVersion: number): Recorded<E> => ({
  event,
  eventId: '0190a000-0000-7000-8000-00000000e001',
  streamId: `exam-${examA1.examId}`,
  id: examA1.examId,
  streamVersion,
  position: 1,
  at: '2026-03-02T07:30:00.000Z',
  by: 'north-ris',
  facilityId: 'NORTH',
  correlationId: 'the-morning-of-exam-a1',
});

const strictly = (said: Message | readonly Message[] | undefined): unknown =>
  said && 'contract' in said ? scheduling.ExamScheduled.schema.parse(said.data) : said;

describe('what the other services hear of an exam', () => {
  const whole = {
    examId: examA1.examId,
    facilityId: 'NORTH',
    patientId: examA1.patientId,
    patientVersion: 1,
    accessionNumber: 'A1',
    studyInstanceUID: examA1.studyInstanceUID,
    ...schedule,
  };
  const { key: _key, saidAt: _saidAt, ...numbers } = order;

  it('is the whole exam with its patient by id and version, without what the key of an order is', () => {
    expect(strictly(examPublished.ExamScheduled?.(recorded(scheduled, 1), fold(exams, [scheduled])))).toEqual({ ...whole, orders: [numbers] });
  });

  it('is the whole exam again when its time changes', () => {
    const later = { ...schedule, scheduledAt: '2026-03-02T10:00:00Z' };
    const moved: ExamRescheduled = { type: 'ExamRescheduled', data: { schedule: later, order, siteVersion: 2, flags: [] } };
    expect(strictly(examPublished.ExamRescheduled?.(recorded(moved, 2), fold(exams, [scheduled, moved])))).toEqual({
      ...whole,
      ...later,
      orders: [numbers],
    });
  });

  it('is the whole exam again when it answers one more order: the first gives the numbers', () => {
    const { key, saidAt, ...second } = vfaOrder;
    expect([key, saidAt]).not.toContain(undefined);
    expect(strictly(examPublished.OrderAdded?.(recorded(vfaAdded, 2), fold(exams, [scheduled, vfaAdded])))).toEqual({ ...whole, orders: [numbers, second] });
  });

  it('is nothing when another service has taken it further', () => {
    expect(examPublished.ExamProgressed?.(recorded(scanned, 2), fold(exams, [scheduled, scanned]))).toBeUndefined();
  });
});
