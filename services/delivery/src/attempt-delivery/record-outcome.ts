import type { Context } from '@osteon/identity';
import type { Delivery, PlannedDelivery } from '../delivery/delivery.js';
import type { AttemptFailed, AttemptUnanswered, DeliveryAcknowledged, DeliveryParked, DeliveryRefused } from '../delivery/delivery.events.js';
import { mostUnanswered, pauseAfter } from './pause-after.js';

/** What became of an attempt. Answers are codes of the peer's standard, never its free text. */
export type AttemptOutcome =
  | { readonly kind: 'delivered' | 'refused'; readonly answer: string }
  | { readonly kind: 'uncertain'; readonly why: string }
  /** Certainly not there, or wanted later. */
  | { readonly kind: 'again'; readonly why: string };

type OutcomeEvent = DeliveryAcknowledged | DeliveryRefused | AttemptUnanswered | AttemptFailed | DeliveryParked;

const later = (at: string, attempt: number): string => new Date(Date.parse(at) + pauseAfter(attempt)).toISOString();

const unanswered = ({ unanswered: before }: PlannedDelivery, attempt: number, why: string, at: string): OutcomeEvent[] => {
  const event: AttemptUnanswered = { type: 'AttemptUnanswered', data: { attempt, why, dueAt: later(at, attempt) } };
  if (before + 1 < mostUnanswered) return [event];
  return [event, { type: 'DeliveryParked', data: { why: 'UNANSWERED_TOO_OFTEN' } }];
};

/**
 * Records what became of an attempt. Only the attempt under way has an outcome; but an answer that it is there counts whenever it
 * comes, as every attempt carries the same identity.
 */
export const recordOutcome = (delivery: Delivery, attempt: number, outcome: AttemptOutcome, { at }: Context): OutcomeEvent[] => {
  if (delivery.status === 'none' || delivery.status === 'delivered') return [];
  if (outcome.kind === 'delivered') return [{ type: 'DeliveryAcknowledged', data: { attempt, answer: outcome.answer } }];
  if (delivery.status !== 'attempting' || attempt !== delivery.attempts) return [];
  switch (outcome.kind) {
    case 'refused':
      return [{ type: 'DeliveryRefused', data: { attempt, answer: outcome.answer } }];
    case 'uncertain':
      return unanswered(delivery, attempt, outcome.why, at);
    case 'again':
      return [{ type: 'AttemptFailed', data: { attempt, why: outcome.why, dueAt: later(at, attempt) } }];
  }
};
