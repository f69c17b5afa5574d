import type { ReviewLapsed, ValueTyped } from '../study-to-read/study-to-read.events.js';
import { object, received, scheduled } from './exam-a1.story.js';

/** Mr Tanaka reads the report page again: the T-score of the neck is -2.3, not -2.6. */
export const neckByTanaka: ValueTyped = {
  type: 'ValueTyped',
  data: {
    patientId: scheduled.patientId,
    acquisitionId: received.acquisitionId,
    site: 'hip',
    side: 'left',
    region: 'femoral-neck',
    against: 'female',
    field: 'tScore',
    before: -2.6,
    deviceSaid: -2.6,
    value: -2.3,
    reason: object('reading', '7'),
    typedBy: 'mr-tanaka',
    typedAt: '2026-03-02T09:30:00.000Z',
  },
};

/** The review of before that does not stand for it. */
export const lapsedByTyping: ReviewLapsed = { type: 'ReviewLapsed', data: { reviewVersion: 1, because: 'VALUE_TYPED' } };
