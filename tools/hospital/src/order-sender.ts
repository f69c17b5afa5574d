import type { MllpAddress } from '@osteon/hl7';
import { orderMessage } from './order-message.js';
import type { Order, OrderControl } from './order.js';
import { messageSender, type Answer, type Hospital, type Sending } from './send-message.js';

/** North Hospital's RIS: sends orders over MLLP and tells what was answered. */
export interface OrderSender {
  send(order: Order, control?: OrderControl): Promise<Answer>;
}

/** Orders go out as new ones (NW) where nothing else is said. */
export const orderSender = (to: MllpAddress, hospital: Hospital, sending: Sending): OrderSender => {
  const send = messageSender(to, hospital, sending);
  return { send: (order, control = 'NW') => send((sent) => orderMessage(order, control, sent)) };
};

/** MSH-10 that does not come again: the time in base 36 and a count, at most 20 characters. */
export const controlIds = (prefix: string, now: () => Date = () => new Date()): (() => string) => {
  const started = now().getTime().toString(36);
  let count = 0;
  return () => `${prefix}${started}${(count += 1)}`.slice(-20);
};
