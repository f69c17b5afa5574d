import type { Message } from '@osteon/hl7';
import type { scheduling } from '@osteon/contracts';
import { firstFilled } from '../hl7-fields/first-filled.js';
import { hl7Time } from '../hl7-fields/hl7-time.js';

/** When the patient is expected, and how much it presses. */
export interface OrderTime {
  /** ISO 8601 in UTC. */
  readonly scheduledAt?: string;
  readonly priority?: scheduling.ExamScheduledV1['priority'];
  readonly flags: readonly string[];
}

/** HL7 tables 0027 and 0485. */
const priorities: Readonly<Record<string, OrderTime['priority']>> = { S: 'stat', A: 'urgent', T: 'urgent', C: 'urgent', R: 'routine' };

/** The quantity/timing of an order by version: TQ1 since 2.5, before that ORC-7 or OBR-27, and OBR-36. */
const times = ['TQ1-7', 'ORC-7.4', 'OBR-27.4', 'OBR-36'];
const urgencies = ['TQ1-9', 'ORC-7.6', 'OBR-27.6', 'OBR-5'];

/** Reads both in the sender's zone. No time at all, or a day alone (then its beginning), is flagged. */
export const orderTime = (order: Message, zone: string): OrderTime => {
  const priority = priorities[firstFilled(order, urgencies)?.value ?? ''];
  const said = firstFilled(order, times);
  if (!said) return { priority, flags: ['TIME_MISSING'] };
  const { at, dayOnly } = hl7Time(said, zone);
  return { scheduledAt: at, priority, flags: dayOnly ? ['TIME_OF_DAY_MISSING'] : [] };
};
