import type { scheduling } from '@osteon/contracts';
import { choosePolicy, defaultPolicy, readSitePolicy, storedPolicies, type Policy } from '@osteon/densitometry';

/** The policy that a name means, with the site's own document where there is one; nothing where it cannot be used as it stands. */
export const policyCalled = (name: string, document?: unknown): Policy | undefined => {
  const own = document === undefined ? undefined : readSitePolicy(document, storedPolicies);
  if (own && 'problems' in own) return undefined;
  const chosen = choosePolicy({ policy: name }, own?.policy);
  return 'policy' in chosen ? chosen.policy : undefined;
};

/** By which policy a facility's exams are judged now: the default until its document was heard, nothing where the document cannot be followed. */
export const policyInForce = (site: Pick<scheduling.SiteV1, 'policy' | 'policyDocument'> | undefined): Policy | undefined =>
  site ? policyCalled(site.policy, site.policyDocument) : defaultPolicy;
