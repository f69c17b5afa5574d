import { place, queryOf, serviceName } from './told.js';

describe('what a command is told', () => {
  it('takes a number for a position or an offset, and anything else for a time', () => {
    expect(place('4711')).toBe(4711);
    expect(place('2026-05-04T08:00:00+02:00')).toBe('2026-05-04T06:00:00.000Z');
    expect(() => place('yesterday')).toThrow('ISO 8601');
  });

  it('names a service or says which there are', () => {
    expect(serviceName('delivery')).toBe('delivery');
    expect(() => serviceName('billing')).toThrow('scheduling, modality-gateway, reading, reporting, delivery');
  });

  it('asks for what is given alone', () => {
    expect(queryOf({ type: 'exam', since: undefined, before: 12 })).toBe('type=exam&before=12');
  });
});
