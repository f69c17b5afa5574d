import { noAnswer, problemOf } from './problem.js';
import type { Service } from './services.js';
import { signedIn } from './sign-in.api.js';

interface Asked {
  readonly method?: 'GET' | 'PUT' | 'POST';
  readonly body?: unknown;
  /** The version that the person has seen. */
  readonly ifMatch?: number;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

const headersFor = async (asked: Asked): Promise<Record<string, string>> => {
  const user = await signedIn();
  return {
    accept: asked.accept ?? 'application/json',
    ...(user ? { authorization: `Bearer ${user.access_token}` } : {}),
    ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(asked.ifMatch === undefined ? {} : { 'if-match': `"${asked.ifMatch}"` }),
  };
};

const bodyOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
};

/** One request to a service with the token of this tab; throws a Problem for everything but a 2xx. */
export const request = async (service: Service, path: string, asked: Asked = {}): Promise<Response> => {
  const headers = await headersFor(asked);
  const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
  const response = await fetch(`/api/${service}${path}`, {
    method: asked.method ?? 'GET',
    headers,
    body,
    signal: asked.signal,
    cache: asked.method ? 'no-store' : 'default',
  }).catch((cause: unknown) => {
    throw asked.signal?.aborted ? cause : noAnswer();
  });
  if (!response.ok) throw problemOf(response.status, await bodyOf(response));
  return response;
};

/** JSON of a service, typed as its API says. */
export const ask = async <T>(service: Service, path: string, asked: Asked = {}): Promise<T> => {
  const response = await request(service, path, asked);
  return response.json();
};

/** An image or a PDF of a service. */
export const askBytes = async (service: Service, path: string, accept: string, signal?: AbortSignal): Promise<Blob> => {
  const response = await request(service, path, { accept, signal });
  return response.blob();
};
