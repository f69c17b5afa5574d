import type { CommitmentAsked, CommitmentDecided, CommitmentEvent } from './commitment.events.js';

interface Asked extends Omit<CommitmentAsked['data'], 'clashes'> {
  readonly clashes: boolean;
  readonly result?: CommitmentDecided['data'];
  readonly attempts: number;
  /** Attempts that were begun before the device asked last: what becomes of them answers nothing. */
  readonly before: number;
  /** In a row since then, on associations of ours. */
  readonly failures: number;
}

/** What a device asked to be kept safe, and how far its answer is. */
export type Commitment =
  | { readonly status: 'none' }
  /** Open until the device has heard the result. */
  | ({ readonly status: 'open' | 'reported' | 'given-up' } & Asked);

export type AskedCommitment = Exclude<Commitment, { status: 'none' }>;

/** How a commitment's state follows from its facts. */
export const evolveCommitment = (commitment: Commitment, event: CommitmentEvent): Commitment => {
  if (event.type === 'CommitmentAsked') return { status: 'open', clashes: false, attempts: 0, before: 0, failures: 0, ...event.data };
  if (commitment.status === 'none') return commitment;
  switch (event.type) {
    case 'CommitmentAskedAgain':
      return { ...commitment, status: 'open', before: commitment.attempts, failures: 0, ...event.data };
    case 'CommitmentDecided':
      return { ...commitment, result: event.data };
    case 'ReportAttempted':
      return { ...commitment, attempts: event.data.attempt };
    case 'CommitmentReported':
      return { ...commitment, status: 'reported' };
    case 'ReportFailed':
      return { ...commitment, failures: commitment.failures + (event.data.over === 'new-association' ? 1 : 0) };
    case 'ReportGivenUp':
      return { ...commitment, status: 'given-up' };
  }
};
