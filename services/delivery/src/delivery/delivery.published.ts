import { delivery } from '@osteon/contracts';
import { message, type Publisher } from '@osteon/event-store';
import type { Delivery } from './delivery.js';
import type { DeliveryEvent } from './delivery.events.js';

/** What every outcome says; nothing before the first attempt, which alone gives a delivery its identity. */
const outcome = (deliveryId: string, state: Delivery) => {
  if (state.status === 'none' || state.snapshot === undefined) return undefined;
  const { reportId, examId, facilityId, revision } = state.report;
  const { destination, attempts, snapshot } = state;
  return { deliveryId, reportId, examId, facilityId, revision, destination, attempts, identity: snapshot.identity };
};

/** What the other services hear: the answer of the peer, or that there is none. A parked delivery is delivery's own affair. */
export const publishedDeliveries: Publisher<Delivery, DeliveryEvent> = {
  DeliveryAcknowledged: ({ id, at, event }, state) => {
    const said = outcome(id, state);
    return said && message(delivery.ReportDelivered, { ...said, answer: event.data.answer, deliveredAt: at });
  },
  DeliveryRefused: ({ id, event }, state) => {
    const said = outcome(id, state);
    return said && message(delivery.DeliveryRefused, { ...said, answer: event.data.answer });
  },
  AttemptUnanswered: ({ id, event }, state) => {
    const said = outcome(id, state);
    return said && message(delivery.DeliveryUncertain, { ...said, why: event.data.why });
  },
};
