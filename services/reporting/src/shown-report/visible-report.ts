import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { reports } from '../report/report.refusals.js';
import type { DraftedReport, Report, SignedReport } from '../report/report.js';

/** The report as this person may see it; one of another facility is as absent as one that is not drafted. */
export const visibleReport = (report: Report, { by }: Context): DraftedReport | SignedReport => {
  if (report.status === 'none' || report.status === 'awaited') return refuse(reports.NOT_DRAFTED);
  return by.may('see-report', report.facilityId) ? report : refuse(reports.NOT_DRAFTED);
};

/** The report once it is signed; before, there is no final text. */
export const signedReport = (report: Report, context: Context): SignedReport => {
  const visible = visibleReport(report, context);
  return visible.status === 'signed' ? visible : refuse(reports.NOT_SIGNED);
};

/** The draft, to be looked at before it is signed; afterwards only the signed report counts. */
export const draftedReport = (report: Report, context: Context): DraftedReport => {
  const visible = visibleReport(report, context);
  return visible.status === 'drafted' ? visible : refuse(reports.ALREADY_SIGNED, { signedBy: visible.signed.signedBy });
};
