import type { Actor } from './actor.js';

/** When and by whom something is done, and the thread it belongs to: the last argument of every rule. */
export interface Context {
  /** ISO 8601 in UTC, from the clock port. */
  readonly at: string;
  readonly by: Actor;
  /** One id from the first HL7 message, association or request to the last acknowledgement. */
  readonly correlationId: string;
  /** Id of the event or message that led to this. */
  readonly causationId?: string;
}
