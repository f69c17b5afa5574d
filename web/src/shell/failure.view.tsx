import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { inWords, inWordsWhenShowing, Problem } from './problem.js';
import { signIn } from './sign-in.api.js';
import styles from './failure.module.css';

interface Props {
  readonly error: unknown;
  /** Asks again, for what could not be shown; offered where that can help. Absent where something could not be done. */
  readonly again?: () => unknown;
}

const SignInAgain = () => (
  <Button variant="default" size="xs" onClick={() => void signIn(window.location.pathname)}>
    Sign in again
  </Button>
);

/** A failure in words: what happened, what is safe, and the way on. */
export const Failure = ({ error, again }: Props) => {
  const words = again ? inWordsWhenShowing(error) : inWords(error);
  const signedOut = error instanceof Problem && error.status === 401;
  return (
    <div className={styles.failure} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>{words.what}</strong> <span>{words.next}</span>
      </div>
      {signedOut && <SignInAgain />}
      {!signedOut && words.retry && again && (
        <Button variant="default" size="xs" onClick={() => void again()}>
          Try again
        </Button>
      )}
    </div>
  );
};
