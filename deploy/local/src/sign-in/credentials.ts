import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { people } from './people.table.js';

/** What the first start makes and keeps in the data folder, readable by its owner only: never in the repository. */
export interface Credentials {
  readonly passwords: Readonly<Record<string, string>>;
  readonly cookieKeys: readonly string[];
  readonly signingKeys: readonly JWK[];
}

const secret = (bytes: number): string => randomBytes(bytes).toString('base64url');

const make = async (): Promise<Credentials> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    passwords: Object.fromEntries(people.map(({ userId }) => [userId, secret(9)])),
    cookieKeys: [secret(32)],
    signingKeys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: secret(8) }],
  };
};

/** Reads the local credentials, or makes them where there are none yet. */
export const localCredentials = async (file: string): Promise<Credentials> => {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Credentials;
  const made = await make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
};
