import type { Person } from '@osteon/identity';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a token can say besides, to be refused. */
export interface TokenFaults {
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now; negative is past. */
  readonly expiresIn?: number;
}

/** A sign-in server as services see it: discovery and keys, on loopback. */
export interface TestIssuer {
  readonly issuer: string;
  token(person: Person, faults?: TokenFaults): Promise<string>;
  stop(): Promise<void>;
}

const KEY_ID = 'for-tests';

/** Serves discovery and the public key of a fresh pair, and signs tokens with the private one. */
export const testIssuer = async (): Promise<TestIssuer> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'ES256', use: 'sig' }] });
  const server = createServer((request, response) => {
    const isDiscovery = request.url === '/.well-known/openid-configuration';
    response.setHeader('content-type', 'application/json');
    response.end(isDiscovery ? JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks` }) : keys);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address: AddressInfo | string | null = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    issuer,
    token: ({ userId, name, held }, { issuer: said = issuer, audience = 'osteon', expiresIn = 600 } = {}) =>
      new SignJWT({ name, osteon_roles: held })
        .setProtectedHeader({ alg: 'ES256', kid: KEY_ID, typ: 'at+jwt' })
        .setSubject(userId)
        .setIssuer(said)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
        .sign(privateKey),
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
