import type { scheduling } from '@osteon/contracts';

/** A whole new document stands for the facility from now on. */
export interface SiteApplied {
  readonly type: 'SiteApplied';
  readonly data: { readonly document: scheduling.SiteDocument };
}

export type SiteEvent = SiteApplied;
