import { momentOf } from '../shell/moment.js';
import { inOneLine } from '../shell/people.js';
import type { StudyToRead } from './studies.api.js';
import { historyOf } from './typed.js';
import styles from './change.module.css';

/** What hands have changed: old and new value, who, when and why; the newest first. Nothing where none did. */
export const TypedHistory = ({ study }: { study: StudyToRead }) => {
  const lines = historyOf(study.typed);
  if (lines.length === 0) return null;
  return (
    <section className={styles.change} aria-label="Typed by hand">
      <h2 className={styles.heading}>Typed by hand</h2>
      <ul className={styles.list}>
        {lines.map(({ key, place, change, who, at, reason }) => (
          <li key={key}>
            <div className={styles.place}>
              {place} <span className="figure">{change}</span>
            </div>
            <div className="quiet">{inOneLine(who, momentOf(at, study.zone ?? 'UTC'), reason && `“${reason}”`)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
};
