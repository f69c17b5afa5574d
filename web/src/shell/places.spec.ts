import { roles, type RolesByFacility } from '@osteon/identity';
import { homeOf, isOpen, places, placesFor, rolesInWords } from './places.js';
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

  it('open by address what the navigation shows, and nothing else', () => {
    for (const role of roles) {
      const session = sessionWith({ north: [role] });
      const shown: readonly string[] = placesFor(session).map(({ to }) => to);
      expect(places.map(({ to }) => to).filter((to) => isOpen(to, session))).toEqual(shown);
      expect(isOpen('/reading/0190a000-0000-7000-8000-0000000000a1', session)).toBe(shown.includes('/reading'));
    }
  });

  it('open the form for an exam only to who may enter one, and know nothing of addresses beyond them', () => {
    const [desk, physician] = [sessionWith({ north: ['front-desk'] }), sessionWith({ north: ['physician'] })];
    expect([isOpen('/exams/new', desk), isOpen('/exams/new', physician), isOpen('/exams', physician)]).toEqual([true, false, true]);
    expect([isOpen('/nowhere', physician), isOpen('/examsandmore', physician), isOpen('/', sessionWith({}))]).toEqual([true, true, true]);
  });

  it('name the roles of somebody in words', () => {
    expect(rolesInWords(sessionWith({ north: ['front-desk'], south: ['manager'] }))).toBe('front desk, manager');
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
