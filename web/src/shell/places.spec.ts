import { roles, type RolesByFacility } from '@osteon/identity';
import { homeOf, placesFor } from './places.js';
import { sessionOf } from './session.js';

const sessionWith = (held: RolesByFacility) =>
  sessionOf(`.${Buffer.from(JSON.stringify({ sub: 'p', osteon_roles: held })).toString('base64url')}.`);
const labels = (held: RolesByFacility) => placesFor(sessionWith(held)).map(({ label }) => label);

describe('the places of the application', () => {
  it.each<[RolesByFacility, string[]]>([
    [{ north: ['front-desk'] }, ['Exams', 'Unmatched studies']],
    [{ north: ['technologist'] }, ['Exams', 'Scanning', 'Unmatched studies', 'Reading list']],
    [{ north: ['physician'] }, ['Exams', 'Unmatched studies', 'Reading list']],
    [{ north: ['manager'] }, ['Exams', 'Reading list', 'Overview']],
    [{ '*': ['administrator'] }, ['Exams', 'Facilities']],
    [{ '*': ['operations'] }, ['Exams', 'Operations']],
    [{}, []],
  ])('are the ones that a role opens: %j', (held, shown) => {
    expect(labels(held)).toEqual(shown);
  });

  it.each([
    ['front-desk', '/exams'],
    ['technologist', '/scanning'],
    ['physician', '/reading'],
    ['manager', '/overview'],
    ['administrator', '/facilities'],
    ['operations', '/operations'],
  ] as const)('begin for %s at %s', (role, home) => {
    expect(homeOf(sessionWith({ north: [role] }))).toBe(home);
  });

  it('begin with reading for a physician who does other things as well, and nowhere without a role', () => {
    expect(homeOf(sessionWith({ north: ['manager', 'physician'], south: ['operations'] }))).toBe('/reading');
    expect(homeOf(sessionWith({}))).toBeUndefined();
  });

  it('begin where the navigation leads, for every role', () => {
    for (const role of roles) {
      const session = sessionWith({ north: [role] });
      expect(placesFor(session).map(({ to }) => to)).toContain(homeOf(session));
    }
  });
});
