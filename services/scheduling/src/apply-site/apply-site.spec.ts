import { context, drLee, given, msNovak } from '@osteon/testing';
import { north, south } from '../site/north.story.js';
import { sites } from '../site/site.aggregate.js';
import type { SiteApplied } from '../site/site.events.js';
import { siteRefusals } from '../site/site.refusals.js';
import { applySite, type ApplySite } from './apply-site.js';

const administrator = context(msNovak);
const applied: SiteApplied = { type: 'SiteApplied', data: { document: north } };
const apply = (asked: Partial<ApplySite> = {}) => (site: Parameters<typeof applySite>[0], asking: Parameters<typeof applySite>[2]) =>
  applySite(site, { facilityId: 'NORTH', document: north, others: [south], ...asked }, asking);

describe('a site document', () => {
  it('is applied whole', () => {
    given(sites).when(apply(), administrator).then(applied);
  });

  it('changes nothing when it is the same again', () => {
    given(sites, applied).when(apply(), administrator).thenNothing();
  });

  it('replaces the one before', () => {
    const renamed = { ...north, name: 'North Clinic' };
    given(sites, applied).when(apply({ document: renamed }), administrator).then({ type: 'SiteApplied', data: { document: renamed } });
  });

  it('is not taken from somebody who may not configure the facility', () => {
    given(sites).when(apply(), context(drLee)).thenRefused(siteRefusals.SITE_NOT_ALLOWED);
  });

  it('is not taken under the address of another facility', () => {
    given(sites).when(apply({ facilityId: 'SOUTH' }), administrator).thenRefused(siteRefusals.SITE_OTHER_FACILITY, { facilityId: 'NORTH' });
  });

  it('never changes what a version of its policy says', () => {
    const site = (version: number, title: string) => ({ ...north, policyDocument: { policy: 'north', version, base: 'default@1', title, examples: [] } });
    const used: SiteApplied = { type: 'SiteApplied', data: { document: site(2, 'One') } };
    const problems = [{ at: '/policyDocument/version', code: 'POLICY_VERSION_NOT_NEW' }];
    given(sites, used).when(apply({ document: site(2, 'Other') }), administrator).thenRefused(siteRefusals.SITE_AMBIGUOUS, { problems });
    given(sites, used).when(apply({ document: site(1, 'Other') }), administrator).thenRefused(siteRefusals.SITE_AMBIGUOUS, { problems });
    given(sites, used).when(apply({ document: site(3, 'Other') }), administrator).then({ type: 'SiteApplied', data: { document: site(3, 'Other') } });
  });

  it('is refused with the place where it is ambiguous, and nothing of it is applied', () => {
    const document = { ...north, senders: [...north.senders, ...south.senders] };
    given(sites)
      .when(apply({ document }), administrator)
      .thenRefused(siteRefusals.SITE_AMBIGUOUS, { problems: [{ at: '/senders/2', code: 'SENDER_AMBIGUOUS', facilityId: 'SOUTH' }] });
  });
});
