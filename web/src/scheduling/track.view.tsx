import { timeOf } from '../shell/moment.js';
import { trackOf, type Station } from './exam-track.js';
import type { ExamLine } from './exams.api.js';
import styles from './track.module.css';

const inWords = { done: 'done', passed: 'not recorded', next: 'next', ahead: 'not yet', trouble: 'needs attention' } as const;

const Stop = ({ station, zone }: { station: Station; zone: string }) => (
  <li data-state={station.state}>
    <i aria-hidden />
    <span className={styles.label}>{station.label}</span>
    <span className="visually-hidden">, {inWords[station.state]}</span>
    <span className={`figure ${styles.time}`}>{station.at ? timeOf(station.at, zone) : station.note}</span>
  </li>
);

/** An exam's way as a line of stations with the time of each. */
export const Track = ({ exam }: { exam: ExamLine }) => (
  <ol className={styles.track} aria-label="Progress">
    {trackOf(exam).map((station) => (
      <Stop key={station.label} station={station} zone={exam.zone} />
    ))}
  </ol>
);
