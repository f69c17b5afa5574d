import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { Delivery } from '../delivery/delivery.js';
import type { ResendAsked } from '../delivery/delivery.events.js';
import { noDeliveries } from '../delivery/delivery.refusals.js';

/** A person has a stopped delivery sent again: the same message, where there is one, under the same identity. */
export const resendDelivery = (delivery: Delivery, { at, by }: Context): ResendAsked[] => {
  if (delivery.status === 'none') refuse(noDeliveries.UNKNOWN);
  if (!by.may('resend-report', delivery.report.facilityId)) refuse(noDeliveries.RESEND_NOT_ALLOWED);
  if (delivery.status !== 'parked' && delivery.status !== 'refused') refuse(noDeliveries.NOT_STOPPED, { status: delivery.status });
  return [{ type: 'ResendAsked', data: { dueAt: at } }];
};
