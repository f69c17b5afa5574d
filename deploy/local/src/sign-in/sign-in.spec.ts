import { mkdtempSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { startIngress } from '../ingress/ingress.js';
import { localCredentials, type Credentials } from './credentials.js';
import { signIn } from './sign-in.js';
import { tokenFor } from './token-for.js';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

describe('sign-in on one machine', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'osteon-sign-in-')), 'credentials.json');
  let credentials: Credentials;
  let origin: string;
  let ingress: { stop: () => Promise<void> };

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    credentials = await localCredentials(file);
    ingress = await startIngress({ host: 'localhost', port, services: {}, web: '/nowhere', signIn: signIn(origin, credentials) });
  });
  afterAll(() => ingress.stop());

  it('keeps its secrets in a file that only the owner reads, and makes them once', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await localCredentials(file)).toEqual(credentials);
  });

  it('gives a physician a token that says who she is, what she may do and for whom it is', async () => {
    const token = await tokenFor(origin, { userId: 'lee', password: credentials.passwords['lee'] ?? '' });
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${origin}/oidc/jwks`)), { issuer: `${origin}/oidc`, audience: 'osteon' });
    expect(payload).toMatchObject({ sub: 'lee', name: 'Dr Min Lee', osteon_roles: { NORTH: ['physician'] } });
  });

  it('refuses a wrong password', async () => {
    await expect(tokenFor(origin, { userId: 'lee', password: 'guessed' })).rejects.toThrow('refused (401)');
  });

  it('names its keys and endpoints by discovery', async () => {
    const discovery = await fetch(`${origin}/oidc/.well-known/openid-configuration`);
    expect(await discovery.json()).toMatchObject({ issuer: `${origin}/oidc`, jwks_uri: `${origin}/oidc/jwks`, authorization_endpoint: `${origin}/oidc/auth` });
  });
});
