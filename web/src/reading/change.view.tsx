import { Flag } from '../shell/mark.view.js';
import { changesOf } from './change.js';
import type { StudyToRead } from './studies.api.js';
import styles from './change.module.css';

/** What has changed since earlier exams, as the assessment says it. Nothing where there was none. */
export const ChangeBlock = ({ study }: { study: StudyToRead }) => {
  const changes = changesOf(study.assessment?.comparisons);
  if (changes.length === 0) return null;
  return (
    <section className={styles.change} aria-label="Change since earlier exams">
      <h2 className={styles.heading}>Change since earlier exams</h2>
      <ul className={styles.list}>
        {changes.map(({ key, place, since, figures, verdict, tone }) => (
          <li key={key}>
            <div className={styles.place}>
              {place} <span className="quiet">since {since}</span>
            </div>
            <div>
              {figures && <span className="figure">{figures}</span>} <Flag tone={tone}>{verdict}</Flag>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
