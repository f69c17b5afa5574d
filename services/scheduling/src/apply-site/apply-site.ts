import type { scheduling } from '@osteon/contracts';
import { isDeepStrictEqual } from 'node:util';
import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { SiteApplied } from '../site/site.events.js';
import { policyChanged, siteProblems } from '../site/site-problems.js';
import { siteRefusals } from '../site/site.refusals.js';
import type { Site } from '../site/site.js';

/** A whole document, and the ones of the other facilities that it must not be confused with. */
export interface ApplySite {
  readonly facilityId: string;
  readonly document: scheduling.SiteDocument;
  readonly others: readonly scheduling.SiteDocument[];
}

/** Validates all of a document, then applies all of it. The same document again changes nothing. */
export const applySite = (site: Site, { facilityId, document, others }: ApplySite, { by }: Context): SiteApplied[] => {
  if (!by.may('configure-site', facilityId)) refuse(siteRefusals.SITE_NOT_ALLOWED);
  if (document.facilityId !== facilityId) refuse(siteRefusals.SITE_OTHER_FACILITY, { facilityId: document.facilityId });
  const problems = [...siteProblems(document, others), ...(site.status === 'applied' ? policyChanged(site.document, document) : [])];
  if (problems.length > 0) refuse(siteRefusals.SITE_AMBIGUOUS, { problems });
  if (site.status === 'applied' && isDeepStrictEqual(site.document, document)) return [];
  return [{ type: 'SiteApplied', data: { document } }];
};
