import { person } from '@osteon/identity';
import { SignJWT, UnsecuredJWT } from 'jose';
import { testIssuer, type TestIssuer } from '../testing/test-issuer.js';
import { Problem } from './problem.js';
import { SignIn } from './sign-in.js';

const drLee = person('dr-lee', 'Dr Lee', { NORTH: ['physician'] });

describe('sign-in', () => {
  let issuer: TestIssuer;
  let signIn: SignIn;

  beforeAll(async () => {
    issuer = await testIssuer();
    signIn = new SignIn(issuer.issuer, 'osteon');
  });
  afterAll(() => issuer.stop());

  const codeOf = async (asked: Promise<unknown>): Promise<string> =>
    asked.then(
      () => 'let through',
      (failed: unknown) => (failed instanceof Problem ? `${failed.status} ${failed.code}` : String(failed)),
    );

  it('knows a person and their roles from a token', async () => {
    const by = await signIn.actorOf(await issuer.token(drLee));
    expect(by).toMatchObject({ userId: 'dr-lee', name: 'Dr Lee' });
    expect(by.may('sign-report', 'NORTH')).toBe(true);
    expect(by.may('sign-report', 'SOUTH')).toBe(false);
  });

  it('reads the keys where it is told to, if the name of the issuer does not lead to it from here', async () => {
    const inside = new SignIn('http://nowhere.invalid/oidc', 'osteon', `${issuer.issuer}/jwks`);
    expect(await inside.actorOf(await issuer.token(drLee, { issuer: 'http://nowhere.invalid/oidc' }))).toMatchObject({ userId: 'dr-lee' });
    expect(await codeOf(inside.actorOf(await issuer.token(drLee)))).toBe('401 NOT_SIGNED_IN');
  });

  it('gives nothing for a role that it does not know', async () => {
    const future = Object.assign({}, drLee, { held: { NORTH: ['physician', 'astronaut'], SOUTH: ['astronaut'] } });
    const by = await signIn.actorOf(await issuer.token(future));
    expect(by.facilitiesFor('sign-report')).toEqual(['NORTH']);
    expect(by.facilitiesFor('see-schedule')).toEqual(['NORTH']);
  });

  it.each([
    ['that has expired', { expiresIn: -60 }],
    ['for another audience', { audience: 'payroll' }],
    ['of another issuer', { issuer: 'https://elsewhere.example' }],
  ])('refuses a token %s', async (_, faults) => {
    expect(await codeOf(signIn.actorOf(await issuer.token(drLee, faults)))).toBe('401 NOT_SIGNED_IN');
  });

  it('refuses a token that nobody signed', async () => {
    const unsigned = new UnsecuredJWT({ osteon_roles: drLee.held })
      .setSubject('dr-lee')
      .setIssuer(issuer.issuer)
      .setAudience('osteon')
      .setExpirationTime('5 min')
      .encode();
    expect(await codeOf(signIn.actorOf(unsigned))).toBe('401 NOT_SIGNED_IN');
    expect(await codeOf(signIn.actorOf('nonsense'))).toBe('401 NOT_SIGNED_IN');
  });

  it('refuses a token that is signed with a shared secret', async () => {
    const secret = new TextEncoder().encode('a secret that is long enough for HS256');
    const shared = await new SignJWT({ osteon_roles: drLee.held })
      .setProtectedHeader({ alg: 'HS256', kid: 'for-tests' })
      .setSubject('dr-lee')
      .setIssuer(issuer.issuer)
      .setAudience('osteon')
      .setExpirationTime('5 min')
      .sign(secret);
    expect(await codeOf(signIn.actorOf(shared))).toBe('401 NOT_SIGNED_IN');
  });

  it('refuses a token of another sign-in server that calls itself by the same name', async () => {
    const other = await testIssuer();
    const forged = await other.token(drLee, { issuer: issuer.issuer });
    await other.stop();
    expect(await codeOf(signIn.actorOf(forged))).toBe('401 NOT_SIGNED_IN');
  });

  it('says that it cannot be checked while the sign-in server is away, and asks again', async () => {
    const away = await testIssuer();
    const token = await away.token(drLee);
    await away.stop();
    const late = new SignIn(away.issuer, 'osteon');
    expect(await codeOf(late.actorOf(token))).toBe('503 SIGN_IN_UNAVAILABLE');
    expect(await codeOf(late.ready())).not.toBe('let through');
  });

  it('does not believe an issuer that names itself differently', async () => {
    expect(await codeOf(new SignIn(`${issuer.issuer}/`, 'osteon').ready())).toContain('names itself differently');
  });
});
