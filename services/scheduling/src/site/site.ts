import type { scheduling } from '@osteon/contracts';

/** What is configured for one facility; its id is the facility's. */
export type Site = { readonly status: 'none' } | { readonly status: 'applied'; readonly document: scheduling.SiteDocument };
