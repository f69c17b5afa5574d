import type { Delivery } from '../delivery/delivery.js';
import type { DeliveryParked } from '../delivery/delivery.events.js';

/** Puts away what cannot be sent as things are: a person mends the cause and asks for it again. */
export const parkDelivery = (delivery: Delivery, parked: DeliveryParked['data']): DeliveryParked[] =>
  delivery.status === 'pending' || delivery.status === 'uncertain' ? [{ type: 'DeliveryParked', data: parked }] : [];
