import { claimsOf, sessionOf } from './session.js';

const tokenWith = (claims: object): string => `head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

const drLee = tokenWith({ sub: 'dr-lee', name: 'Dr Min Lee', osteon_roles: { north: ['physician'] } });

describe('a session', () => {
  it('knows who signed in and where they hold which role', () => {
    const session = sessionOf(drLee);
    expect([session.actor.userId, session.actor.name]).toEqual(['dr-lee', 'Dr Min Lee']);
    expect(session.may('sign-report', 'north')).toBe(true);
    expect(session.may('sign-report', 'south')).toBe(false);
    expect([session.roles, session.facilities]).toEqual([['physician'], ['north']]);
  });

  it('asks for a permission at any facility when none is named', () => {
    expect(sessionOf(drLee).may('read-exam')).toBe(true);
    expect(sessionOf(drLee).may('see-streams')).toBe(false);
  });

  it('takes the facility * as the whole network', () => {
    const operations = sessionOf(tokenWith({ sub: 'ops', osteon_roles: { '*': ['operations'] } }));
    expect(operations.may('see-streams', 'south')).toBe(true);
    expect(operations.facilities).toEqual([]);
  });

  it('reads names beyond Latin letters', () => {
    expect(sessionOf(tokenWith({ sub: 'k', name: 'Dr Jürgen Müller' })).actor.name).toBe('Dr Jürgen Müller');
  });

  it('drops roles that it does not know and takes the name of the id token where the access token has none', () => {
    const session = sessionOf(tokenWith({ sub: 'x', osteon_roles: { north: ['wizard', 'technologist'] } }), 'Ms Ito');
    expect([session.roles, session.actor.name]).toEqual([['technologist'], 'Ms Ito']);
  });

  it('gives no permission for a token that is no JWT', () => {
    expect(claimsOf('opaque')).toEqual({});
    expect(sessionOf('opaque').may('see-schedule')).toBe(false);
  });
});
