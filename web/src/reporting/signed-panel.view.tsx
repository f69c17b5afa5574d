import { Link } from '@tanstack/react-router';
import { Mark } from '../shell/mark.view.js';
import { momentOf } from '../shell/moment.js';
import type { ReportShown } from './reports.api.js';
import styles from './report.module.css';
import { Sections } from './sections.view.js';

/** What was signed, by whom and when; it goes to whoever ordered it by itself. */
export const SignedPanel = ({ report }: { report: ReportShown }) => (
  <>
    <div className={styles.signed} role="status">
      <Mark tone="good">
        Signed by {report.signedByName ?? report.signedBy}
        {report.signedAt && `, ${momentOf(report.signedAt, report.zone)}`}
      </Mark>
    </div>
    <div className={styles.scroll}>
      <Sections sections={report.sections} />
    </div>
    <footer className={styles.bar}>
      <Link to="/exams/$examId" params={{ examId: report.examId }}>
        Where it was delivered
      </Link>
      <Link to="/reading" className={styles.onward}>
        Back to the reading list
      </Link>
    </footer>
  </>
);
