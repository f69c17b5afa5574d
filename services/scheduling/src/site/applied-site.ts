import type { scheduling } from '@osteon/contracts';

/** A facility's document and which version of it stands. */
export interface AppliedSite {
  readonly document: scheduling.SiteDocument;
  readonly version: number;
}
