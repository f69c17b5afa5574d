import { Provider, type Configuration } from 'oidc-provider';
import type { Credentials } from './credentials.js';
import { signOutPage } from './login-page.js';
import { people } from './people.table.js';
import { sessionMemory } from './session-memory.js';

const hours = 3600;

/** The absolute URI by which a client asks for a token to Osteon's services, and the audience that they check. */
export const resource = 'urn:osteon';
export const audience = 'osteon';

const account = (id: string) => people.find(({ userId }) => userId === id);

const resourceServer = { scope: 'use', audience, accessTokenTTL: 8 * hours, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } } as const;

const configuration = (origin: string, { cookieKeys, signingKeys }: Credentials): Configuration => ({
  clients: [
    {
      client_id: 'osteon-web',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [`${origin}/signed-in`],
      post_logout_redirect_uris: [`${origin}/signed-out`],
    },
  ],
  adapter: sessionMemory(),
  jwks: { keys: signingKeys.map((key) => ({ ...key })) } as Configuration['jwks'],
  cookies: { keys: [...cookieKeys] },
  claims: { openid: ['sub'], profile: ['name', 'osteon_roles'] },
  conformIdTokenClaims: false,
  ttl: { Session: 8 * hours, Interaction: hours, Grant: 8 * hours, IdToken: hours, AccessToken: 8 * hours },
  interactions: { url: (_, { uid }) => `${new URL(origin).pathname.replace(/\/$/, '')}/oidc/interaction/${uid}` },
  findAccount: (_, id) => {
    const person = account(id);
    return person && { accountId: id, claims: () => ({ sub: id, name: person.name, osteon_roles: person.roles }) };
  },
  extraTokenClaims: (_, token) => {
    const person = 'accountId' in token && typeof token.accountId === 'string' ? account(token.accountId) : undefined;
    return person && { name: person.name, osteon_roles: person.roles };
  },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.type = 'html';
        ctx.body = signOutPage(form);
      },
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => resourceServer,
    },
  },
  /** Osteon's own web application needs no consent page. */
  loadExistingGrant: async (ctx) => {
    const { client, session, provider } = ctx.oidc;
    const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
    grant.addOIDCScope('openid profile');
    grant.addResourceScope(resource, resourceServer.scope);
    await grant.save();
    return grant;
  },
});

/** A certified OpenID provider over the invented people; sessions live in its memory. */
export const signInProvider = (origin: string, credentials: Credentials): Provider => {
  const provider = new Provider(`${origin}/oidc`, configuration(origin, credentials));
  provider.proxy = true;
  return provider;
};
