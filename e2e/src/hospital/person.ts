import { localToken, readPlaces } from '@osteon/local/platform';

/** The invented people of the local sign-in, one for each role. */
export const roles = { physician: 'lee', 'front-desk': 'frank', technologist: 'tanaka', manager: 'moreau', administrator: 'adler', operations: 'osei' } as const;
export type Role = keyof typeof roles;

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Of what the person has seen: If-Match. */
  readonly version?: number;
  readonly body?: unknown;
}

/** What somebody asks of the services through the one address; the answer as it is, whatever its status. */
export type Ask = (path: string, asked?: Asked) => Promise<Response>;

const askWith = (headers: Readonly<Record<string, string>>): Ask => {
  const { origin } = readPlaces();
  return (path, { method = 'GET', version, body } = {}) =>
    fetch(`${origin}/api${path}`, {
      method,
      headers: {
        ...headers,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
};

/** Signs one of the people in and speaks for them. */
export const signedIn = async (role: Role): Promise<Ask> => askWith({ authorization: `Bearer ${await localToken(readPlaces(), roles[role])}` });

/** Somebody who has not signed in, or who shows a token of their own making. */
export const stranger = (token?: string): Ask => askWith(token === undefined ? {} : { authorization: `Bearer ${token}` });
