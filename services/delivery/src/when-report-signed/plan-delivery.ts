import type { Delivery } from '../delivery/delivery.js';
import type { DeliveryPlanned } from '../delivery/delivery.events.js';

/** A revision goes to a destination once. */
export const planDelivery = (delivery: Delivery, planned: DeliveryPlanned['data']): DeliveryPlanned[] =>
  delivery.status === 'none' ? [{ type: 'DeliveryPlanned', data: planned }] : [];
