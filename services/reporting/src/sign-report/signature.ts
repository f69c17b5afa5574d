import type { reporting } from '@osteon/contracts';
import type { Context } from '@osteon/identity';
import type { ReportParts } from '../render-report/report-document.js';

/** What a signature under a report means here; printed beside name and time. */
const MEANING = 'Reviewed and approved';

/** Who signs which text, when and in what sense. */
export const signatureOf = ({ content, contentHash }: ReportParts, { at, by }: Context): reporting.ReportSignatureV1 => ({
  reportId: content.reportId,
  revision: 1,
  reviewVersion: content.reviewVersion,
  contentHash,
  signedBy: by.userId,
  signerName: by.name,
  signedAt: at,
  zone: content.zone,
  meaning: MEANING,
});
