import type { Aggregate } from '@osteon/event-store';
import { evolveDelivery, noDelivery, type Delivery } from './delivery.js';
import type { DeliveryEvent } from './delivery.events.js';
import { publishedDeliveries } from './delivery.published.js';

/** The stream of one report revision to one destination; it publishes under its exam. */
export const deliveries: Aggregate<Delivery, DeliveryEvent> = {
  name: 'delivery',
  initial: noDelivery,
  evolve: evolveDelivery,
  facilityOf: (delivery) => (delivery.status === 'none' ? '' : delivery.report.facilityId),
  keyOf: (delivery) => (delivery.status === 'none' ? undefined : delivery.report.examId),
  published: publishedDeliveries,
};
