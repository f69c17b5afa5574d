import type { Section } from './reports.api.js';
import styles from './report.module.css';

/** The text of a report, section by section. */
export const Sections = ({ sections }: { sections: readonly Section[] }) => (
  <article className={styles.text} aria-label="Report">
    {sections.map(({ title, text, edited }) => (
      <section key={title}>
        <h2>
          {title}
          {edited && <small>edited</small>}
        </h2>
        <p>{text}</p>
      </section>
    ))}
  </article>
);
