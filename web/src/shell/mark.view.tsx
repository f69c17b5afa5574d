import type { ReactNode } from 'react';
import styles from './mark.module.css';

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';

/** A state in a word with a dot of its colour: the word says it, the colour only helps to find it. */
export const Mark = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={styles.mark} data-tone={tone}>
    <i aria-hidden />
    {children}
  </span>
);

/** A short notice that must not be overlooked in a dense list. */
export const Flag = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={styles.flag} data-tone={tone}>
    {children}
  </span>
);
