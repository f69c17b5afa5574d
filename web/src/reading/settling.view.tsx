import { TextInput } from '@mantine/core';
import styles from './desk.module.css';
import { heldUp, settle } from './settling.js';
import type { Statement } from './statement.js';
import type { Assessment } from './studies.api.js';

interface Props {
  readonly assessment?: Assessment;
  readonly statement: Statement;
  /** Absent where the person may not judge. */
  readonly onState?: (change: (statement: Statement) => Statement) => void;
}

/** A reason for each finding that holds up signing; nothing is shown where there is none. */
export const Settling = ({ assessment, statement, onState }: Props) => {
  const findings = heldUp(assessment);
  if (findings.length === 0) return null;
  return (
    <section className={styles.settling} aria-label="To settle before signing">
      <h2>To settle before signing</h2>
      {findings.map(({ code, words }) => (
        <TextInput
          key={code}
          label={words}
          placeholder="Why the exam can be signed all the same"
          disabled={!onState}
          maxLength={1000}
          value={statement.settled[code] ?? ''}
          onChange={({ currentTarget: { value } }) => onState?.((now) => settle(now, code, value))}
        />
      ))}
    </section>
  );
};
