import type { Delivery, Snapshot } from '../delivery/delivery.js';
import type { AttemptBegun } from '../delivery/delivery.events.js';

/** The next attempt, with the message of the first one. Nothing where the delivery is under way, stopped or done. */
export const beginAttempt = (delivery: Delivery, made: Snapshot): AttemptBegun[] => {
  if (delivery.status !== 'pending' && delivery.status !== 'uncertain') return [];
  const { identity, message } = delivery.snapshot ?? made;
  return [{ type: 'AttemptBegun', data: { attempt: delivery.attempts + 1, identity, message } }];
};
