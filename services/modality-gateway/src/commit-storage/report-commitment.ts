import type { Context } from '@osteon/identity';
import type { Commitment } from '../commitment/commitment.js';
import type { CommitmentReported, ReportAttempted, ReportedOver, ReportFailed, ReportGivenUp, Unheard } from '../commitment/commitment.events.js';
import { reportAgainAt } from './report-pause.js';

/**
 * Recorded before the result is said. The association of the N-ACTION serves once, and only before we open one; after 72 hours it
 * is left to the device to ask again.
 */
export const beginReport = (commitment: Commitment, over: ReportedOver, { at }: Context): (ReportAttempted | ReportGivenUp)[] => {
  if (commitment.status !== 'open' || !commitment.result) return [];
  const { attempts, before, failures, until } = commitment;
  if (over === 'its-association' && attempts > before) return [];
  if (Date.parse(at) >= Date.parse(until)) return [{ type: 'ReportGivenUp', data: { attempts } }];
  return [{ type: 'ReportAttempted', data: { attempt: attempts + 1, over, dueAt: reportAgainAt(failures + 1, at) } }];
};

/** What became of one report: heard, or why not. */
export type Heard = { readonly heard: true } | { readonly heard: false; readonly why: Unheard; readonly status?: string };

/** A result that was not heard on its own association goes out on a new one at once, else after a pause that grows. */
export const recordReport = (
  commitment: Commitment,
  { attempt, over }: Pick<ReportAttempted['data'], 'attempt' | 'over'>,
  outcome: Heard,
  { at }: Context,
): (CommitmentReported | ReportFailed)[] => {
  if (commitment.status !== 'open' || attempt <= commitment.before) return [];
  if (outcome.heard) return [{ type: 'CommitmentReported', data: { attempt } }];
  const { why, status } = outcome;
  const dueAt = over === 'its-association' ? at : reportAgainAt(commitment.failures + 1, at);
  return [{ type: 'ReportFailed', data: { attempt, over, why, ...(status && { status }), dueAt } }];
};
