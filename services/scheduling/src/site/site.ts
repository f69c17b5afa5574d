import type { scheduling } from '@osteon/contracts';
import type { Aggregate } from '@osteon/event-store';
import type { SiteEvent } from './site.events.js';
import { sitePublished } from './site.published.js';

/** What is configured for one facility; its id is the facility's. */
export type Site = { readonly status: 'none' } | { readonly status: 'applied'; readonly document: scheduling.SiteDocument };

/** Facilities, senders, devices and receivers, whole: one stream per facility. */
export const sites: Aggregate<Site, SiteEvent> = {
  name: 'site',
  initial: { status: 'none' },
  evolve: (_site, event) => ({ status: 'applied', document: event.data.document }),
  facilityOf: (site) => (site.status === 'applied' ? site.document.facilityId : ''),
  published: sitePublished,
};
