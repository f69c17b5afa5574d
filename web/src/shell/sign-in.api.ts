import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';

/** Issuer path or address, set where the page is served. */
const issuer = document.querySelector<HTMLMetaElement>('meta[name="osteon-issuer"]')?.content ?? '/oidc';
/** RFC 8707: the services of Osteon, for which the access token is made. */
const resource = 'urn:osteon';
/** Tokens and the state of a sign-in under way live in this tab only. */
const thisTab = () => new WebStorageStateStore({ prefix: 'osteon.', store: window.sessionStorage });

const manager = new UserManager({
  authority: new URL(issuer, window.location.origin).href,
  client_id: 'osteon-web',
  redirect_uri: `${window.location.origin}/signed-in`,
  post_logout_redirect_uri: `${window.location.origin}/signed-out`,
  response_type: 'code',
  scope: 'openid profile',
  resource,
  extraTokenParams: { resource },
  automaticSilentRenew: false,
  loadUserInfo: false,
  monitorSession: false,
  userStore: thisTab(),
  stateStore: thisTab(),
});

/** The person of this tab; absent when nobody is signed in or the sign-in has run out. */
export const signedIn = async (): Promise<User | undefined> => {
  const user = await manager.getUser();
  return user && user.expired !== true ? user : undefined;
};

/** Leaves for the sign-in page of the issuer and comes back to the path that was asked for. */
export const signIn = (returnTo: string): Promise<void> => manager.signinRedirect({ state: { returnTo } });

const pathIn = (state: unknown): string => {
  const path = typeof state === 'object' && state !== null && 'returnTo' in state ? state.returnTo : undefined;
  return typeof path === 'string' && path.startsWith('/') && !path.startsWith('//') ? path : '/';
};

/** Takes the code of the address bar to the issuer (PKCE); answers the path that was asked for at first. */
export const completeSignIn = async (): Promise<string> => pathIn((await manager.signinRedirectCallback()).state);

/** Ends the session here and at the issuer. The address names the client, not the person: no id token stands in it. */
export const signOut = async (): Promise<void> => {
  await manager.removeUser();
  await manager.signoutRedirect();
};
