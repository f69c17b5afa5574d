import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { sessionOf, type Session } from './session.js';
import { signedIn, signIn } from './sign-in.api.js';
import { Waiting } from './waiting.view.js';

const Current = createContext<Session | undefined>(undefined);

/** The signed-in person; only inside SignedIn. */
export const useSession = (): Session => {
  const session = use(Current);
  if (!session) throw new Error('useSession is asked outside SignedIn');
  return session;
};

const here = (): string => window.location.pathname + window.location.search;

/** Shows its children to a signed-in person; sends everybody else to the sign-in page and back. */
export const SignedIn = ({ children }: { children: ReactNode }) => {
  const [session, setSession] = useState<Session>();
  const [failed, setFailed] = useState<Error>();
  useEffect(() => {
    signedIn()
      .then((user) => (user ? setSession(sessionOf(user.access_token, user.profile.name)) : signIn(here())))
      .catch((cause: unknown) => setFailed(cause instanceof Error ? cause : new Error('sign-in failed')));
  }, []);
  if (failed) throw failed;
  return session ? <Current value={session}>{children}</Current> : <Waiting what="Taking you to the sign-in page" />;
};
