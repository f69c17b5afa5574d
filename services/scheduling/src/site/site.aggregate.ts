import type { Aggregate } from '@osteon/event-store';
import type { SiteEvent } from './site.events.js';
import { sitePublished } from './site.published.js';
import type { Site } from './site.js';

/** Facilities, senders, devices and receivers, whole: one stream per facility. */
export const sites: Aggregate<Site, SiteEvent> = {
  name: 'site',
  initial: { status: 'none' },
  evolve: (_site, event) => ({ status: 'applied', document: event.data.document }),
  facilityOf: (site) => (site.status === 'applied' ? site.document.facilityId : ''),
  published: sitePublished,
};
