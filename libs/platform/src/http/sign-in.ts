import { person, roles, type Actor, type Role } from '@osteon/identity';
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { Problem } from './problem.js';

const claims = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  osteon_roles: z.record(z.string(), z.array(z.string())).default({}),
});

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Asymmetric signatures only: with a shared secret every service could sign. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const TIMEOUT_MS = 5_000;

const isRole = (word: string): word is Role => roles.some((role) => role === word);

const unavailable = (cause: unknown): Problem =>
  new Problem(503, 'SIGN_IN_UNAVAILABLE', 'Sign-in cannot be checked at the moment.', { cause });

const notSignedIn = (): Problem => new Problem(401, 'NOT_SIGNED_IN', 'Sign in first.');

/** jose says with its own errors that a token is bad, and with these two that the keys could not be read. */
const isBadToken = (error: unknown): boolean =>
  error instanceof errors.JOSEError && !['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC'].includes(error.code);

/**
 * Checks access tokens against the issuer's keys, which are found by OpenID discovery and kept.
 * Expiry is judged by the system's time, not by the clock port: the sign-in server knows no other.
 */
export class SignIn {
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(
    private readonly issuer: string,
    private readonly audience: string,
    /** Where its keys are, if its own address does not lead to it from here. */
    private readonly keysAt?: string,
  ) {}

  /** The person whom a bearer token names. 401 where it is not valid, 503 where the issuer cannot be asked. */
  async actorOf(token: string): Promise<Actor> {
    const keys = await this.ready().catch((failed: unknown) => {
      throw unavailable(failed);
    });
    const options = {
      issuer: this.issuer,
      audience: this.audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: 5,
    };
    const verified = await jwtVerify(token, keys, options).catch((failed: unknown) => {
      throw isBadToken(failed) ? notSignedIn() : unavailable(failed);
    });
    const read = claims.safeParse(verified.payload);
    if (!read.success) throw notSignedIn();
    const { sub, name, osteon_roles } = read.data;
    const held = Object.entries(osteon_roles).map(([facilityId, words]) => [facilityId, words.filter(isRole)] as const);
    return person(sub, name ?? sub, Object.fromEntries(held));
  }

  /** Resolves once the issuer's keys have been read; asked again after a failure. */
  ready(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.read().catch((failed: unknown) => {
      this.keys = undefined;
      throw failed;
    });
    return this.keys;
  }

  private async read(): Promise<JWTVerifyGetKey> {
    const keys = createRemoteJWKSet(new URL(this.keysAt ?? (await this.discover())), { timeoutDuration: TIMEOUT_MS });
    await keys.reload();
    return keys;
  }

  private async discover(): Promise<string> {
    const place = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(place, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!answer.ok) throw new Error(`the issuer answers ${answer.status}`);
    const found = discovery.parse(await answer.json());
    // OpenID Connect Discovery 1.0, 4.3: must be the issuer that was asked.
    if (found.issuer !== this.issuer) throw new Error('the issuer names itself differently');
    return found.jwks_uri;
  }
}
