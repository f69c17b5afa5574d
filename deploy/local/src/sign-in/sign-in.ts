import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Credentials } from './credentials.js';
import { loginPage } from './login-page.js';
import { people } from './people.table.js';
import { signInProvider } from './provider.js';

const mount = '/oidc';
const limit = 10_000;

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let body = '';
  for await (const part of request) {
    body += String(part);
    if (body.length > limit) break;
  }
  return new URLSearchParams(body);
};

const fits = (given: string, expected: string | undefined): boolean => {
  const a = Buffer.from(given);
  const b = Buffer.from(expected ?? '');
  return a.length === b.length && b.length > 0 && timingSafeEqual(a, b);
};

const answerPage = (response: ServerResponse, action: string, refused: boolean): void => {
  response.writeHead(refused ? 401 : 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(loginPage(action, people, refused));
};

const interact = async (provider: Provider, credentials: Credentials, at: { request: IncomingMessage; response: ServerResponse }) => {
  const { request, response } = at;
  const { uid } = await provider.interactionDetails(request, response);
  const action = `${mount}/interaction/${uid}`;
  if (request.method !== 'POST') return answerPage(response, action, false);
  const form = await readForm(request);
  const userId = form.get('userId') ?? '';
  if (!fits(form.get('password') ?? '', credentials.passwords[userId])) return answerPage(response, action, true);
  await provider.interactionFinished(request, response, { login: { accountId: userId } }, { mergeWithLastSubmission: false });
};

/** Answers everything under `/oidc` of the ingress: the provider and its form. */
export const signIn = (origin: string, credentials: Credentials) => {
  const provider = signInProvider(origin, credentials);
  const callback = provider.callback();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '/';
    const inner = url.slice(mount.length) || '/';
    Object.assign(request, { originalUrl: url, baseUrl: mount, url: inner });
    if (!inner.startsWith('/interaction/')) return void (await callback(request, response));
    await interact(provider, credentials, { request, response }).catch(() => {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('This sign-in has expired. Go back to Osteon and begin again.');
    });
  };
};
