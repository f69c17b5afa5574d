import type { reporting } from '@osteon/contracts';
import { composeSections } from '../draft-report/compose-sections.js';
import { hashOf, type DraftedReport, type SignedReport } from '../report/report.js';
import { isLapsed } from '../report/review-asked.js';

/** Sections, each saying whether a physician's words stand in place of the suggested ones. */
const sectionsShown = ({ sections, review, details }: reporting.ReportContentV1) => {
  const suggested = new Map(composeSections(review, details).map(({ title, text }) => [title, text]));
  return sections.map(({ title, text }) => ({ title, text, ...(suggested.get(title) === text ? {} : { edited: true }) }));
};

const signatureShown = ({ signed }: SignedReport, signature: reporting.ReportSignatureV1 | undefined) => ({
  revision: signed.revision,
  signedBy: signed.signedBy,
  signedAt: signed.signedAt,
  ...(signature ? { signedByName: signature.signerName } : {}),
});

/** One exam's report as the physician's page shows it; a signature names `reviewVersion` and `contentHash`. */
export const reportShown = (
  report: DraftedReport | SignedReport,
  content: reporting.ReportContentV1,
  signature?: reporting.ReportSignatureV1,
) => ({
  reportId: content.reportId,
  examId: report.examId,
  facilityId: report.facilityId,
  zone: content.zone,
  state: report.status,
  reviewVersion: report.draft.reviewVersion,
  reviewedBy: content.reviewedBy,
  contentHash: hashOf(report.draft.content),
  /** The numbers have changed since its review: it cannot be signed. */
  lapsed: report.status === 'drafted' && isLapsed(report),
  sections: sectionsShown(content),
  ...(report.status === 'signed' ? signatureShown(report, signature) : {}),
});
