import { Flag, type Tone } from '../shell/mark.view.js';
import { problemInWords, suggestionOf } from './assessment-words.js';
import type { Finding, StudyToRead } from './studies.api.js';
import styles from './suggestion.module.css';

const tones: Readonly<Record<Finding['level'], Tone>> = { 'blocks-signing': 'bad', warning: 'warn', information: 'plain' };
const levels: Readonly<Record<Finding['level'], string>> = {
  'blocks-signing': 'settle before signing',
  warning: 'warning',
  information: 'note',
};

const Problems = ({ study }: { study: StudyToRead }) => {
  const codes = [...new Set(study.problems.map(({ code }) => code))];
  if (codes.length === 0 && !study.numbersMissing) return null;
  return (
    <ul className={styles.findings} aria-label="Problems of the results">
      {study.numbersMissing && (
        <li>
          <Flag tone="warn">numbers missing</Flag> No BMD could be read from what the device sent.
        </li>
      )}
      {codes.map((code) => (
        <li key={code}>
          <Flag tone="warn">results</Flag> {problemInWords(code)}
        </li>
      ))}
    </ul>
  );
};

const Suggested = ({ assessment }: { assessment: NonNullable<StudyToRead['assessment']> }) => {
  const { title, reasons, findings } = suggestionOf(assessment);
  return (
    <>
      <div className={styles.title}>{title}</div>
      <ul className={styles.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {findings.length > 0 && (
        <ul className={styles.findings} aria-label="Findings">
          {findings.map(({ words, level }) => (
            <li key={words}>
              <Flag tone={tones[level]}>{levels[level]}</Flag> {words}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** The suggested assessment with the row and the rules that it rests on, and whatever is wrong with the results. */
export const SuggestionBlock = ({ study }: { study: StudyToRead }) => (
  <section className={styles.suggestion} aria-label="Suggested assessment">
    <h2 className={styles.heading}>Suggested assessment</h2>
    {study.assessment ? <Suggested assessment={study.assessment} /> : <div className={styles.title}>None</div>}
    <Problems study={study} />
  </section>
);
