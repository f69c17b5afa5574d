import { createHash, randomBytes } from 'node:crypto';
import { resource } from './provider.js';

/** Keeps the cookies of one sign-in, as a browser does. */
const browser = () => {
  const cookies = new Map<string, string>();
  return async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
};

const follow = async (go: ReturnType<typeof browser>, start: URL, until: (url: URL) => boolean): Promise<{ url: URL; response?: Response }> => {
  let url = start;
  for (let hop = 0; hop < 10; hop += 1) {
    if (until(url)) return { url };
    const response = await go(url);
    const location = response.headers.get('location');
    if (!location) return { url, response };
    url = new URL(location, url);
  }
  throw new Error('The sign-in server redirects without end.');
};

/**
 * An access token for one of the local people, by the same code flow with PKCE that the browser runs.
 * Throws where name and password do not fit.
 */
export const tokenFor = async (origin: string, { userId, password }: { userId: string; password: string }): Promise<string> => {
  const go = browser();
  const verifier = randomBytes(32).toString('base64url');
  const redirect = `${origin}/signed-in`;
  const ask = new URL(`${origin}/oidc/auth`);
  ask.search = new URLSearchParams({
    client_id: 'osteon-web',
    response_type: 'code',
    scope: 'openid profile use',
    redirect_uri: redirect,
    resource,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const back = (url: URL): boolean => url.href.startsWith(redirect);
  const form = await follow(go, ask, back);
  const answer = await go(form.url, { method: 'POST', body: new URLSearchParams({ userId, password }) });
  const location = answer.headers.get('location');
  if (!location) throw new Error(`The sign-in of ${userId} was refused (${answer.status}).`);
  const { url } = await follow(go, new URL(location, origin), back);
  const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: 'osteon-web', redirect_uri: redirect, code_verifier: verifier, code: url.searchParams.get('code') ?? '', resource });
  const token = await fetch(`${origin}/oidc/token`, { method: 'POST', body });
  const { access_token: accessToken } = (await token.json()) as { access_token?: string };
  if (!accessToken) throw new Error(`No token for ${userId}: ${url.searchParams.get('error') ?? token.status}.`);
  return accessToken;
};
