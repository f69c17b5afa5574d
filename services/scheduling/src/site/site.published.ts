import { scheduling } from '@osteon/contracts';
import { message, type Publisher } from '@osteon/event-store';
import type { SiteEvent } from './site.events.js';

/** The document with its version goes to the compacted topic `sites`; its version is the stream's. */
export const sitePublished: Publisher<unknown, SiteEvent> = {
  SiteApplied: ({ event, streamVersion }) =>
    message(scheduling.Site, { ...event.data.document, version: streamVersion }, event.data.document.facilityId),
};
