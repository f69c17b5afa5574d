import { parseMessage, read, sendMllp, writeMessage, type MllpAddress, type MllpOutcome } from '@osteon/hl7';
import { orderMessage, type Envelope } from './order-message.js';
import type { Order, OrderControl } from './order.js';

export type Hospital = Omit<Envelope, 'controlId' | 'sentAt'>;

/** What the filler said: `AA` is taken. Without `code` no answer came. */
export interface OrderAnswer {
  readonly controlId: string;
  readonly outcome: MllpOutcome;
  /** MSA-1 */
  readonly code?: string;
  /** Positions and codes of ERR, as they came. */
  readonly problems: readonly string[];
}

/** North Hospital's RIS: sends orders over MLLP and tells what was answered. */
export interface OrderSender {
  send(order: Order, control?: OrderControl): Promise<OrderAnswer>;
}

const answerOf = (controlId: string, outcome: MllpOutcome): OrderAnswer => {
  if (outcome.kind !== 'answered') return { controlId, outcome, problems: [] };
  const answer = parseMessage(outcome.bytes, '8859/1');
  const problems = answer.segments
    .filter(({ name }) => name === 'ERR')
    .map(({ fields }) => fields.map((field) => field.flat(2).filter(Boolean).join(' ')).filter(Boolean).join(', '));
  return { controlId, outcome, code: read(answer, 'MSA-1'), problems };
};

/** `ids` gives each message its MSH-10: numbers that this sender never gives again. */
export const orderSender = (
  to: MllpAddress,
  hospital: Hospital,
  { ids, now = () => new Date(), timeoutMs = 20_000 }: { ids: () => string; now?: () => Date; timeoutMs?: number },
): OrderSender => ({
  send: async (order, control = 'NW') => {
    const controlId = ids();
    const message = orderMessage(order, control, { ...hospital, controlId, sentAt: now().toISOString() });
    return answerOf(controlId, await sendMllp(to, writeMessage(message), { timeoutMs }));
  },
});

/** MSH-10 that does not come again: the time in base 36 and a count, at most 20 characters. */
export const controlIds = (prefix: string, now: () => Date = () => new Date()): (() => string) => {
  const started = now().getTime().toString(36);
  let count = 0;
  return () => `${prefix}${started}${(count += 1)}`.slice(-20);
};
