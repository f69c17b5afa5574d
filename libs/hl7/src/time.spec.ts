import { readDate, readTime, writeDate, writeTime } from './time.js';

const zone = 'Europe/Berlin';

describe('times', () => {
  it.each([
    ['20260504090000', '2026-05-04T07:00:00Z'],
    ['20260504093000+0200', '2026-05-04T07:30:00Z'],
    ['202605040930-0500', '2026-05-04T14:30:00Z'],
    ['20260504090000.1234', '2026-05-04T07:00:00Z'],
    ['20260104090000', '2026-01-04T08:00:00Z'],
    ['20260504', '2026-05-03T22:00:00Z'],
    ['20260329023000', '2026-03-29T01:30:00Z'],
  ])('%s in Berlin is %s', (text, instant) => {
    expect(readTime(text, zone)).toBe(instant);
  });

  it.each(['', '2026', '202605', '20261304', '20260504250000', 'tomorrow', '20260504T0900'])('%s is none', (text) => {
    expect(readTime(text, zone)).toBeUndefined();
  });

  it('are written with the offset of the wall clock', () => {
    expect(writeTime('2026-05-04T07:30:00Z', zone)).toBe('20260504093000+0200');
    expect(writeTime('2026-01-04T07:30:00.500Z', 'America/New_York')).toBe('20260104023000-0500');
    expect(() => writeTime('yesterday', zone)).toThrow('ISO 8601');
  });

  it('of birth are days', () => {
    expect(readDate('19560302')).toBe('1956-03-02');
    expect(readDate('195603021200+0100')).toBe('1956-03-02');
    expect(readDate('19560230')).toBeUndefined();
    expect(readDate('1956')).toBeUndefined();
    expect(writeDate('1956-03-02')).toBe('19560302');
  });
});
