import { Button } from '@mantine/core';
import { Emblem } from './frame.view.js';
import { signIn } from './sign-in.api.js';
import styles from './doorstep.module.css';

/** What stands before the door: a sentence and the way in. */
export const Doorstep = ({ title, words }: { title: string; words: string }) => (
  <main className={styles.doorstep}>
    <div>
      <span className={styles.emblem}>
        <Emblem size={44} />
      </span>
      <h1>{title}</h1>
      <p className="quiet">{words}</p>
      <Button onClick={() => void signIn('/')}>Sign in</Button>
    </div>
  </main>
);
