import { at } from '@osteon/testing';
import type { DeliveryEvent } from '../delivery/delivery.events.js';
import type { Destination } from '../delivery/destination.js';
import { objectOf, signed } from './report-a1.story.js';

export const emr: Destination = { kind: 'emr', id: 'emr-north' };
export const snapshot = { identity: 'c0ffee', message: objectOf('delivery', 'e', 'application/hl7-v2') };

/** What can have happened to the delivery of report A1 to the record system. */
export const planned = { type: 'DeliveryPlanned', data: { destination: emr, report: signed, plannedAt: at.signed } } as const satisfies DeliveryEvent;
export const begun = (attempt = 1) => ({ type: 'AttemptBegun', data: { attempt, ...snapshot } }) as const satisfies DeliveryEvent;
export const acknowledged = (attempt = 1) => ({ type: 'DeliveryAcknowledged', data: { attempt, answer: 'AA' } }) as const satisfies DeliveryEvent;
export const refused = (attempt = 1) => ({ type: 'DeliveryRefused', data: { attempt, answer: 'AE 204 PID-3' } }) as const satisfies DeliveryEvent;
export const unanswered = (attempt = 1, dueAt: string = at.delivered) =>
  ({ type: 'AttemptUnanswered', data: { attempt, why: 'no answer in time', dueAt } }) as const satisfies DeliveryEvent;
export const failed = (attempt = 1, dueAt: string = at.delivered) =>
  ({ type: 'AttemptFailed', data: { attempt, why: 'ECONNREFUSED', dueAt } }) as const satisfies DeliveryEvent;
export const parked = { type: 'DeliveryParked', data: { why: 'DESTINATION_UNKNOWN', detail: undefined } } as const satisfies DeliveryEvent;
export const resend = { type: 'ResendAsked', data: { dueAt: at.delivered } } as const satisfies DeliveryEvent;
