import type { scheduling } from '@osteon/contracts';

/** The configured sender of a message, the document in which it stands, and that document's version. */
export interface Heard {
  readonly sender: scheduling.SiteSender;
  readonly site: scheduling.SiteDocument;
  readonly siteVersion: number;
}
