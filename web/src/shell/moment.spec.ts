import {
  dateOf,
  dayAfter,
  dayInWords,
  dayOf,
  lengthOf,
  momentIn,
  momentOf,
  preciseTimeOf,
  timeOf,
  weekdayInWords,
  yearsBetween,
} from './moment.js';

describe('moments on the clock of a facility', () => {
  it('show date and time of its zone, whatever the zone of the browser', () => {
    expect(momentOf('2026-05-04T22:30:00Z', 'Europe/Berlin')).toBe('5 May 2026, 00:30');
    expect(timeOf('2026-05-04T22:30:00Z', 'America/Chicago')).toBe('17:30');
    expect(dateOf('2026-05-04T22:30:00Z', 'Asia/Tokyo')).toBe('5 May 2026');
    expect(dayOf('2026-05-04T22:30:00Z', 'Europe/Berlin')).toBe('2026-05-05');
  });

  it('show thousandths where order matters', () => {
    expect(preciseTimeOf('2026-05-04T07:31:02.045Z', 'Europe/Berlin')).toBe('09:31:02.045');
  });

  it('are made from what a clock shows', () => {
    expect(momentIn('Europe/Berlin', '2026-05-04', '09:30')).toBe('2026-05-04T07:30:00.000Z');
    expect(momentIn('America/Chicago', '2026-01-10', '23:45')).toBe('2026-01-11T05:45:00.000Z');
    expect(momentIn('UTC', '2026-01-10', '00:00')).toBe('2026-01-10T00:00:00.000Z');
  });

  it('come back from both sides of a clock change as they were typed', () => {
    for (const time of ['01:30', '03:30', '12:00'])
      expect(timeOf(momentIn('Europe/Berlin', '2026-03-29', time), 'Europe/Berlin')).toBe(time);
    expect(timeOf(momentIn('Europe/Berlin', '2026-03-29', '02:30'), 'Europe/Berlin')).toMatch(/^0[13]:30$/);
  });
});

describe('calendar dates', () => {
  it('are written with the month as a word', () => {
    expect(dayInWords('1956-03-02')).toBe('2 Mar 1956');
    expect(weekdayInWords('2026-05-04')).toBe('Monday 4 May 2026');
  });

  it('go on over the end of a month', () => {
    expect([dayAfter('2026-02-28', 1), dayAfter('2026-01-01', -1)]).toEqual(['2026-03-01', '2025-12-31']);
  });

  it('give the age in whole years, the birthday itself included', () => {
    expect([yearsBetween('1956-03-02', '2026-03-01'), yearsBetween('1956-03-02', '2026-03-02')]).toEqual([69, 70]);
  });
});

describe('a length of time', () => {
  it('is said in its largest unit', () => {
    expect([120, 4_200, 750_000, 10_800_000, 200_000_000].map(lengthOf)).toEqual(['120 ms', '4 s', '12 min', '3 h', '2 d']);
  });
});
