import type { ObjectRef, reporting } from '@osteon/contracts';
import type { DeliveryEvent, DeliveryPlanned } from './delivery.events.js';
import type { Destination } from './destination.js';

/** What goes out, the same at every attempt. */
export interface Snapshot {
  readonly identity: string;
  readonly message: ObjectRef;
}

export interface PlannedDelivery {
  readonly destination: Destination;
  readonly report: reporting.ReportSignedV1;
  /** Absent before the first attempt. */
  readonly snapshot?: Snapshot;
  readonly attempts: number;
  /** Attempts in a row that nobody has answered. */
  readonly unanswered: number;
}

/** One report revision on its way to one destination. */
export type Delivery =
  | { readonly status: 'none' }
  | ({ readonly status: 'pending' | 'attempting' | 'uncertain' | 'delivered' | 'refused' | 'parked' } & PlannedDelivery);

export type DeliveryStatus = Exclude<Delivery['status'], 'none'>;

export const noDelivery: Delivery = { status: 'none' };

const planned = ({ destination, report }: DeliveryPlanned['data']): Delivery => ({
  status: 'pending',
  destination,
  report,
  attempts: 0,
  unanswered: 0,
});

/** How a delivery's state follows from its facts. */
export const evolveDelivery = (delivery: Delivery, event: DeliveryEvent): Delivery => {
  if (event.type === 'DeliveryPlanned') return planned(event.data);
  if (delivery.status === 'none') return delivery;
  switch (event.type) {
    case 'AttemptBegun': {
      const { attempt, identity, message } = event.data;
      return { ...delivery, status: 'attempting', attempts: attempt, snapshot: { identity, message } };
    }
    case 'DeliveryAcknowledged':
      return { ...delivery, status: 'delivered' };
    case 'DeliveryRefused':
      return { ...delivery, status: 'refused' };
    case 'AttemptUnanswered':
      return { ...delivery, status: 'uncertain', unanswered: delivery.unanswered + 1 };
    case 'AttemptFailed':
      return { ...delivery, status: 'pending', unanswered: 0 };
    case 'DeliveryParked':
      return { ...delivery, status: 'parked' };
    case 'ResendAsked':
      return { ...delivery, status: 'pending', unanswered: 0 };
  }
};
