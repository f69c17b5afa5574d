import { at, context, given, service } from '@osteon/testing';
import { distributions } from '../distribution/distribution.aggregate.js';
import type { Distribution } from '../distribution/distribution.js';
import type { DistributionEvent } from '../distribution/distribution.events.js';
import { archive, receiver, signed, site } from '../testing/report-a1.story.js';
import { destinationsOf } from './destinations-of.js';
import { distributeReport } from './distribute-report.js';

const destinations = destinationsOf(site);
const subject = `report-${signed.reportId}`;
const hears = (streamVersion: number, revision = 1, from = subject) => (distribution: Distribution) =>
  distributeReport(distribution, { signed: { ...signed, revision }, from: { subject: from, streamVersion }, destinations }, context(service('delivery'), { at: at.signed }));
const distributed = (streamVersion: number, revision = 1, plannedAt: string = at.signed): DistributionEvent => ({
  type: 'ReportDistributed',
  data: { examId: signed.examId, facilityId: signed.facilityId, revision, destinations, plannedAt, source: { subject, streamVersion } },
});

describe('a signed report', () => {
  it('goes to every record system and to the archives that take reports', () => {
    expect(destinations).toEqual([
      { kind: 'emr', id: 'emr-north' },
      { kind: 'pacs', id: 'pacs-north' },
    ]);
    const many = { ...site, receivers: [receiver, { ...receiver, id: 'his' }], archives: [{ ...archive, accepts: ['images' as const] }] };
    expect(destinationsOf(many).map(({ id }) => id)).toEqual(['emr-north', 'his']);
  });

  it('is distributed once for each version of its stream', () => {
    given(distributions).when(hears(4)).then(distributed(4));
    given(distributions, distributed(4)).when(hears(4)).thenNothing();
    given(distributions, distributed(4)).when(hears(3)).thenNothing();
  });

  it('is planned after the revision before it, whatever the clock says', () => {
    given(distributions, distributed(4, 1, at.delivered)).when(hears(7, 2)).then(distributed(7, 2, '2026-03-02T09:06:00.001Z'));
    given(distributions, distributed(4, 1, at.read)).when(hears(7, 2)).then(distributed(7, 2, at.signed));
  });

  it('remembers each source stream by itself', () => {
    const other: DistributionEvent = { ...distributed(9), data: { ...distributed(9).data, source: { subject: 'another', streamVersion: 9 } } };
    given(distributions, distributed(4), other).when(hears(4)).thenNothing();
    given(distributions, distributed(4), other).when(hears(5)).then(distributed(5, 1, '2026-03-02T09:05:00.001Z'));
  });

  it('belongs to its facility and is told under its exam', () => {
    expect(distributions.facilityOf(distributions.initial)).toBe('');
    const state = distributions.evolve(distributions.initial, distributed(4));
    expect([distributions.facilityOf(state), distributions.keyOf?.(state)]).toEqual([signed.facilityId, signed.examId]);
  });
});
