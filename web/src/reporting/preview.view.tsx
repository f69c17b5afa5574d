import { useQuery } from '@tanstack/react-query';
import { Failure } from '../shell/failure.view.js';
import { useObjectUrl } from '../shell/object-url.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { standingOf } from './report-text.js';
import { pdfOf, reportOf, type ReportShown } from './reports.api.js';
import styles from './report.module.css';

const Pdf = ({ report }: { report: ReportShown }) => {
  const { data, error, refetch } = useQuery(pdfOf(report));
  const url = useObjectUrl(data);
  if (error) return <Failure error={error} again={refetch} />;
  if (!url) return <Waiting what="Making the PDF" />;
  if (navigator.pdfViewerEnabled)
    return <iframe className={styles.pdf} title="PDF of the report" src={`${url}#toolbar=0&navpanes=0&view=FitH`} />;
  return (
    <p className={styles.noViewer}>
      This browser shows no PDF inside a page.{' '}
      <a href={url} target="_blank" rel="noreferrer" download="report.pdf">
        Open the PDF
      </a>
    </p>
  );
};

/** The PDF of the report as it stands; a draft of an older review than the newest is not shown. */
export const Preview = ({ examId, reviewVersion }: { examId: string; reviewVersion: number }) => {
  const { data: report } = useQuery(reportOf(examId, reviewVersion));
  if (!report || standingOf(report, reviewVersion) === 'awaited')
    return <div className={styles.noViewer}>The PDF appears with the draft.</div>;
  return <Pdf report={report} />;
};
