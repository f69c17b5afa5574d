import { examDay } from './exam-day.js';

describe('the day of an exam', () => {
  it('is when it was performed, else for when it was scheduled on the clock of the facility', () => {
    const scheduled = { scheduledAt: '2026-05-04T22:30:00.000Z', zone: 'Europe/Berlin' };
    expect(examDay({ ...scheduled, performedOn: '2026-05-06' })).toBe('2026-05-06');
    expect(examDay(scheduled)).toBe('2026-05-05');
  });

  it('is not known before the order is here', () => {
    expect(examDay({})).toBeUndefined();
  });
});
