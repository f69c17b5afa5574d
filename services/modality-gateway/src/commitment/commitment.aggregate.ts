import type { Aggregate } from '@osteon/event-store';
import type { CommitmentEvent } from './commitment.events.js';
import { evolveCommitment, type Commitment } from './commitment.js';

/** The stream of one request for storage commitment. Private to this service. */
export const commitments: Aggregate<Commitment, CommitmentEvent> = {
  name: 'commitment',
  initial: { status: 'none' },
  evolve: evolveCommitment,
  facilityOf: (commitment) => (commitment.status === 'none' ? '' : commitment.facilityId),
};
