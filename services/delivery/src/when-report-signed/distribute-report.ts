import type { reporting } from '@osteon/contracts';
import type { Context } from '@osteon/identity';
import type { Destination } from '../delivery/destination.js';
import type { Distribution } from '../distribution/distribution.js';
import type { ReportDistributed } from '../distribution/distribution.events.js';

/** Where a report was heard, and where its facility wants it. */
export interface HeardReport {
  readonly signed: reporting.ReportSignedV1;
  readonly from: { readonly subject: string; readonly streamVersion: number };
  readonly destinations: readonly Destination[];
}

/** The clock of another machine may be behind: a later revision is planned at least a millisecond after the one before. */
const after = (earlier: string | undefined, now: string): string =>
  earlier === undefined || earlier < now ? now : new Date(Date.parse(earlier) + 1).toISOString();

/** Decides once for each revision where it goes. What is not above the last version heard is not new. */
export const distributeReport = (
  distribution: Distribution,
  { signed, from: { subject, streamVersion }, destinations }: HeardReport,
  { at }: Context,
): ReportDistributed[] => {
  const isKnown = distribution.status !== 'none';
  if (isKnown && streamVersion <= (distribution.heard[subject] ?? 0)) return [];
  const { examId, facilityId, revision } = signed;
  const plannedAt = after(isKnown ? distribution.plannedAt : undefined, at);
  return [{ type: 'ReportDistributed', data: { examId, facilityId, revision, destinations, plannedAt, source: { subject, streamVersion } } }];
};
