import type { DraftedReport } from './report.js';

/** True where a newer review than the one that was looked at has been heard, drafted or not. */
export const isOutdated = ({ draft, review }: DraftedReport, reviewVersion: number): boolean =>
  reviewVersion < Math.max(draft.reviewVersion, review.reviewVersion);

/** True where the numbers have changed since the review that the draft stands for. */
export const isLapsed = ({ draft, lapsed }: Pick<DraftedReport, 'draft' | 'lapsed'>): boolean => lapsed !== undefined && draft.reviewVersion <= lapsed;
