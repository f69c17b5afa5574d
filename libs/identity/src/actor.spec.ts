import { person, system } from './actor.js';

const NORTH = 'NORTH';
const SOUTH = 'SOUTH';

describe('a person', () => {
  const drLee = person('dr-lee', 'Dr Lee', { [NORTH]: ['physician'], [SOUTH]: ['front-desk'] });

  it('may do what their role brings, at the facility where they hold it', () => {
    expect(drLee.may('sign-report', NORTH)).toBe(true);
    expect(drLee.may('schedule-exam', SOUTH)).toBe(true);
  });

  it('may do nothing of it elsewhere', () => {
    expect(drLee.may('sign-report', SOUTH)).toBe(false);
    expect(drLee.may('sign-report', 'EAST')).toBe(false);
  });

  it('may not do what none of their roles brings', () => {
    expect(drLee.may('configure-site', NORTH)).toBe(false);
  });

  it('sees lists of the facilities where they hold the permission, and of no others', () => {
    expect(drLee.facilitiesFor('see-schedule')).toEqual([NORTH, SOUTH]);
    expect(drLee.facilitiesFor('sign-report')).toEqual([NORTH]);
    expect(drLee.facilitiesFor('configure-site')).toEqual([]);
  });

  it('adds what is held for the network to what is held at a facility', () => {
    const both = person('ms-novak', 'Ms Novak', { '*': ['administrator'], [NORTH]: ['front-desk'] });
    expect(both.may('configure-site', SOUTH)).toBe(true);
    expect(both.facilitiesFor('configure-site')).toBe('all');
    expect(both.may('schedule-exam', NORTH)).toBe(true);
    expect(both.may('schedule-exam', SOUTH)).toBe(false);
    expect(both.facilitiesFor('schedule-exam')).toEqual([NORTH]);
  });

  it('who holds no role may do nothing', () => {
    const nobody = person('mx-new', 'Mx New', {});
    expect(nobody.may('see-schedule', NORTH)).toBe(false);
    expect(nobody.facilitiesFor('see-schedule')).toEqual([]);
  });

  it('does not take a facility that is called like a part of an object for a role', () => {
    expect(person('mx-new', 'Mx New', {}).may('see-schedule', 'constructor')).toBe(false);
    expect(person('mx-new', 'Mx New', {}).may('see-schedule', '__proto__')).toBe(false);
  });
});

describe('one of Osteon’s own parts', () => {
  it('is bound by its rules, not by roles', () => {
    expect(system('reading').may('sign-report', NORTH)).toBe(true);
    expect(system('reading').facilitiesFor('see-streams')).toBe('all');
    expect(system('reading')).toMatchObject({ userId: 'reading', name: 'reading' });
  });
});
