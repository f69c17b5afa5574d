import { useQuery } from '@tanstack/react-query';
import { Failure } from '../shell/failure.view.js';
import { useSession } from '../shell/session.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { DraftPanel } from './draft-panel.view.js';
import { useReportCommands, type ReportCommands } from './report-commands.view.js';
import { standingOf } from './report-text.js';
import { reportOf, type ReportShown } from './reports.api.js';
import { SignedPanel } from './signed-panel.view.js';
import styles from './report.module.css';

interface Props {
  readonly examId: string;
  readonly facilityId: string;
  /** The newest review; an older draft is not offered for signing. 0 before any review. */
  readonly reviewVersion: number;
}

const reviewAgain = 'The numbers have changed since this report was reviewed. Go to the findings and review again: a new draft is made from that.';

const Shown = ({
  report,
  commands,
  place,
}: {
  report: ReportShown | null | undefined;
  commands: ReportCommands;
  place: Props;
}) => {
  const { may } = useSession();
  const standing = standingOf(report, place.reviewVersion);
  if (report && standing === 'signed') return <SignedPanel report={report} />;
  if (report && standing === 'to-sign')
    return <DraftPanel report={report} commands={commands} maySign={may('sign-report', place.facilityId)} />;
  if (standing === 'lapsed') return <p className={styles.before}>{reviewAgain}</p>;
  if (report === null && place.reviewVersion === 0) return <p className={styles.before}>The report is made from the review.</p>;
  return <Waiting what="Waiting for the draft of this review" />;
};

/** The report of an exam: its draft to sign, or what was signed. */
export const ReportPanel = (place: Props) => {
  const { data: report, error, refetch } = useQuery(reportOf(place.examId, place.reviewVersion));
  const commands = useReportCommands();
  return (
    <>
      {commands.failure && <Failure error={commands.failure} />}
      {error ? <Failure error={error} again={refetch} /> : <Shown report={report} commands={commands} place={place} />}
    </>
  );
};
