import { useQuery } from '@tanstack/react-query';
import { Failure } from '../shell/failure.view.js';
import { useSession } from '../shell/session.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { DraftPanel } from './draft-panel.view.js';
import { standingOf } from './report-text.js';
import { reportOf } from './reports.api.js';
import { SignedPanel } from './signed-panel.view.js';

interface Props {
  readonly examId: string;
  readonly facilityId: string;
  readonly zone: string;
  /** The newest review; an older draft is not offered for signing. 0 before any review. */
  readonly reviewVersion: number;
}

/** The report of an exam: its draft to sign, or what was signed. */
export const ReportPanel = ({ examId, facilityId, zone, reviewVersion }: Props) => {
  const { may } = useSession();
  const { data: report, error, refetch } = useQuery(reportOf(examId, reviewVersion));
  if (error) return <Failure error={error} again={refetch} />;
  if (report && standingOf(report, reviewVersion) === 'signed') return <SignedPanel report={report} zone={zone} />;
  if (report && standingOf(report, reviewVersion) === 'to-sign')
    return <DraftPanel key={report.contentHash} report={report} maySign={may('sign-report', facilityId)} />;
  if (reviewVersion === 0 && report === null)
    return <p style={{ padding: '16px 20px' }}>There is no report before the review.</p>;
  return <Waiting what="Waiting for the draft of this review" />;
};
