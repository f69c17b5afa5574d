import { tokenFor } from '../sign-in/token-for.js';
import type { Places } from '../platform/places.js';
import type { Credentials } from '../sign-in/credentials.js';

/** What is needed to sign somebody in: where the platform is, and its people's passwords. */
export interface Signing {
  readonly places: Places;
  readonly credentials: Credentials;
}

/** What one signed-in person asks of the services; a refusal becomes an error with its code. */
export interface Api {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, version: number, body?: unknown) => Promise<Answer>;
  readonly put: (path: string, body: unknown, version?: number) => Promise<Answer>;
}

/** The JSON of an answer; which fields it has is the caller's knowledge of the API. */
export type Answer = Readonly<Record<string, unknown>>;

export class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    path: string,
  ) {
    super(`${path} was answered ${status} ${code}`);
    this.name = 'ApiRefusal';
  }
}

const answerOf = async (response: Response, path: string): Promise<Answer> => {
  const text = await response.text();
  const body = (text.startsWith('{') ? JSON.parse(text) : {}) as Answer;
  if (!response.ok) throw new ApiRefusal(response.status, String(body['code'] ?? ''), path);
  return body;
};

/** Signs one of the demo's people in and speaks for them. */
export const apiFor = async ({ places, credentials }: Signing, userId: string): Promise<Api> => {
  const token = await tokenFor(places.origin, { userId, password: credentials.passwords[userId] ?? '' });
  const ask = async (method: string, path: string, { version, body }: { version?: number; body?: unknown } = {}): Promise<Answer> => {
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(`${places.origin}/api${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    return answerOf(response, path);
  };
  return {
    get: (path) => ask('GET', path),
    post: (path, version, body) => ask('POST', path, { version, body }),
    put: (path, body, version) => ask('PUT', path, { version, body }),
  };
};
