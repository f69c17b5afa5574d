import { Clock, testClock } from './clock.js';

describe('the clock', () => {
  it('follows the system', () => {
    const before = Date.now();
    const now = new Clock().now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it('stands still in a test until it is moved', () => {
    const { clock, advance, moveTo } = testClock('2026-11-02T08:00:00.000Z');
    expect(clock.iso()).toBe('2026-11-02T08:00:00.000Z');
    advance(72 * 3_600_000);
    expect(clock.iso()).toBe('2026-11-05T08:00:00.000Z');
    moveTo('2026-12-24T17:30:00Z');
    expect(clock.iso()).toBe('2026-12-24T17:30:00.000Z');
  });

  it('gives a date that nobody else holds', () => {
    const { clock } = testClock('2026-11-02T08:00:00.000Z');
    clock.now().setFullYear(1999);
    expect(clock.iso()).toBe('2026-11-02T08:00:00.000Z');
  });
});
