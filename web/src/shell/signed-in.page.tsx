import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { completeSignIn } from './sign-in.api.js';
import { Doorstep } from './doorstep.view.js';
import { Waiting } from './waiting.view.js';

/** One code is exchanged once, also where React runs an effect twice. */
let exchange: Promise<string> | undefined;

/** Where the issuer sends the person back to; goes on to the page that was asked for. */
export const SignedInPage = () => {
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    exchange ??= completeSignIn();
    exchange.then((href) => navigate({ href, replace: true })).catch(() => setFailed(true));
  }, [navigate]);
  return failed ? (
    <Doorstep
      title="The sign-in did not complete"
      words="Nothing is wrong with your account: the page was open for too long or was loaded twice."
    />
  ) : (
    <Waiting what="Signing you in" />
  );
};
