import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { ReportSigned } from '../report/report.events.js';
import { reports } from '../report/report.refusals.js';
import { hashOf, type DraftedReport, type Report, type SignedReport } from '../report/report.js';
import { isLapsed, isOutdated } from '../report/review-asked.js';

/** What the signer has seen: the review, and the hash of the text as it was shown. */
export interface Shown {
  readonly reviewVersion: number;
  readonly contentHash: string;
}

/** What lies in the object store before the signature becomes a fact. */
export type SignedObjects = Pick<ReportSigned['data'], 'pdf' | 'patientBlock' | 'signature'>;

const isSame = ({ draft, signed }: SignedReport, { reviewVersion, contentHash }: Shown, userId: string): boolean =>
  signed.signedBy === userId && signed.reviewVersion === reviewVersion && hashOf(draft.content) === contentHash;

const isShown = ({ draft }: DraftedReport, { reviewVersion, contentHash }: Shown): boolean => {
  if (reviewVersion > draft.reviewVersion) return refuse(reports.DRAFT_NOT_READY, { reviewVersion: draft.reviewVersion });
  return contentHash === hashOf(draft.content);
};

/** The draft where it is the newest, of numbers that stand, and the one that was shown. */
const asShown = (report: DraftedReport, shown: Shown): DraftedReport => {
  if (isOutdated(report, shown.reviewVersion)) return refuse(reports.REVIEW_OUTDATED, { reviewVersion: report.review.reviewVersion });
  if (isLapsed(report)) return refuse(reports.REVIEW_LAPSED, { reviewVersion: report.draft.reviewVersion });
  if (!isShown(report, shown)) return refuse(reports.CONTENT_DIFFERS, { contentHash: hashOf(report.draft.content) });
  return report;
};

/**
 * The draft as this person may sign it, or the report where they have signed just this before; refuses everything else.
 * A review that reporting has not heard yet is DRAFT_NOT_READY: the page waits and asks again.
 */
export const signable = (report: Report, shown: Shown, { by }: Context): DraftedReport | SignedReport => {
  if (report.status === 'none' || report.status === 'awaited') return refuse(reports.DRAFT_NOT_READY, { reviewVersion: 0 });
  if (!by.may('sign-report', report.facilityId)) return refuse(reports.SIGNER_NOT_ALLOWED);
  if (report.status === 'signed')
    return isSame(report, shown, by.userId) ? report : refuse(reports.ALREADY_SIGNED, { signedBy: report.signed.signedBy });
  return asShown(report, shown);
};

/** A physician takes responsibility for the text exactly as it was shown. Signing the same twice is harmless. */
export const signReport = (report: Report, shown: Shown, objects: SignedObjects, context: Context): ReportSigned[] => {
  const { status, exam, draft } = signable(report, shown, context);
  if (status === 'signed') return [];
  const { orders, accessionNumber } = exam;
  const { reviewVersion, studyInstanceUID, content } = draft;
  const by = { signedBy: context.by.userId, signedAt: context.at };
  return [
    {
      type: 'ReportSigned',
      data: { revision: 1, reviewVersion, ...by, studyInstanceUID, accessionNumber, orders, content, ...objects },
    },
  ];
};
