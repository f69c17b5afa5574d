import type { RolesByFacility } from '@osteon/identity';
import { homeOf, placesFor } from './places.js';
import { sessionOf } from './session.js';

const sessionWith = (held: RolesByFacility) =>
  sessionOf(`.${Buffer.from(JSON.stringify({ sub: 'p', osteon_roles: held })).toString('base64url')}.`);
const labels = (held: RolesByFacility) => placesFor(sessionWith(held)).map(({ label }) => label);

describe('the places of the application', () => {
  it('are the ones that a role opens', () => {
    expect(labels({ north: ['front-desk'] })).toEqual(['Exams']);
    expect(labels({ north: ['technologist'] })).toEqual(['Exams', 'Unmatched studies', 'Reading list']);
    expect(labels({ north: ['physician'] })).toEqual(['Exams', 'Unmatched studies', 'Reading list']);
    expect(labels({ '*': ['operations'] })).toEqual(['Exams', 'Operations']);
    expect(labels({})).toEqual([]);
  });

  it('begin where the work of the person is', () => {
    expect(homeOf(sessionWith({ north: ['physician'] }))).toBe('/reading');
    expect(homeOf(sessionWith({ '*': ['operations'] }))).toBe('/operations');
    expect(homeOf(sessionWith({ north: ['front-desk'] }))).toBe('/exams');
    expect(homeOf(sessionWith({}))).toBeUndefined();
  });
});
