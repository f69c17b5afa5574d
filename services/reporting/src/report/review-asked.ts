import type { DraftedReport } from './report.js';

/** True where a newer review than the one that was looked at has been heard, drafted or not. */
export const isOutdated = ({ draft, review }: DraftedReport, reviewVersion: number): boolean =>
  reviewVersion < Math.max(draft.reviewVersion, review.reviewVersion);
