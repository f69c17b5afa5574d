import { Flag, type Tone } from '../shell/mark.view.js';
import { suggestionOf } from './assessment-words.js';
import { problemLines } from './number-problems.js';
import type { Finding, StudyToRead } from './studies.api.js';
import { handOfBasis } from './typed.js';
import styles from './suggestion.module.css';

const tones: Readonly<Record<Finding['level'], Tone>> = { 'blocks-signing': 'bad', warning: 'warn', information: 'plain' };
const levels: Readonly<Record<Finding['level'], string>> = {
  'blocks-signing': 'settle before signing',
  warning: 'warning',
  information: 'note',
};

const Problems = ({ study }: { study: StudyToRead }) => {
  const lines = problemLines(study.problems);
  if (lines.length === 0 && !study.numbersMissing) return null;
  return (
    <ul className={styles.findings} aria-label="Problems of the results">
      {study.numbersMissing && (
        <li>
          <Flag tone="warn">numbers missing</Flag> No BMD could be read from what the device sent.
        </li>
      )}
      {lines.map(({ key, place, words, isAnswered }) => (
        <li key={key}>
          <Flag tone={isAnswered ? 'plain' : 'warn'}>{isAnswered ? 'typed by hand since' : place ? 'to confirm' : 'results'}</Flag> {place && <b>{place}:</b>} {words}
        </li>
      ))}
    </ul>
  );
};

const Suggested = ({ study, assessment }: { study: StudyToRead; assessment: NonNullable<StudyToRead['assessment']> }) => {
  const { title, reasons, findings } = suggestionOf(assessment);
  const hand = handOfBasis(study.scans, assessment);
  return (
    <>
      <div className={styles.title}>{title}</div>
      <ul className={styles.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        {hand && <li className={styles.hand}>{hand}</li>}
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
    {study.assessment ? <Suggested study={study} assessment={study.assessment} /> : <div className={styles.title}>None</div>}
    <Problems study={study} />
  </section>
);
