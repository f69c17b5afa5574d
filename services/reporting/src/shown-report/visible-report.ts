import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { reports } from '../report/report.refusals.js';
import { hashOf, type DraftedReport, type Report, type SignedReport } from '../report/report.js';

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

/** The draft with this content (any, where none is named), to be looked at before it is signed. */
export const draftedReport = (report: Report, context: Context, contentHash?: string): DraftedReport => {
  const visible = visibleReport(report, context);
  if (visible.status === 'signed') return refuse(reports.ALREADY_SIGNED, { signedBy: visible.signed.signedBy });
  const now = hashOf(visible.draft.content);
  return contentHash === undefined || contentHash === now ? visible : refuse(reports.CONTENT_DIFFERS, { contentHash: now });
};
