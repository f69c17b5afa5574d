import { hl7Day, hl7Time } from './hl7-time.js';

const time = (value: string, zone = 'Europe/Berlin') => hl7Time({ value, at: 'TQ1-7' }, zone);

describe('a time of HL7', () => {
  it.each([
    ['20260504090000', '2026-05-04T07:00:00Z'],
    ['202612040900', '2026-12-04T08:00:00Z'],
    ['20260504090000-0500', '2026-05-04T14:00:00Z'],
    ['20260329023000', '2026-03-29T01:30:00Z'],
    ['20261025023000', '2026-10-25T00:30:00Z'],
    ['20261025023000+0100', '2026-10-25T01:30:00Z'],
  ])('%s is read in the zone of its sender, summer and winter and between: %s', (value, at) => {
    expect(time(value)).toEqual({ at, dayOnly: false });
  });

  it('may be a day alone', () => {
    expect(time('20260504')).toEqual({ at: '2026-05-03T22:00:00Z', dayOnly: true });
    expect(hl7Day({ value: '19560302', at: 'PID-7' })).toBe('1956-03-02');
    expect(hl7Day({ value: '195603021130+0215', at: 'PID-7' })).toBe('1956-03-02');
    expect(hl7Day({ value: '195603', at: 'PID-7' })).toBeUndefined();
  });

  it.each(['2026', '20260230', '2026050425', 'tomorrow'])('is not %s', (value) => {
    expect(() => time(value)).toThrow('TQ1-7: this is no date and time');
  });
});
