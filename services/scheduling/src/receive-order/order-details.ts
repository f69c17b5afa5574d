import { componentOf, Hl7Error, read, repetitionsOf, type Message } from '@osteon/hl7';
import type { OrderNumbers, scheduling } from '@osteon/contracts';
import { physician } from '../hl7-fields/person-name.js';

/** What was ordered (OBR-4). 101 where the order does not say it. */
export const orderedService = (order: Message): OrderNumbers['service'] => {
  const [code, meaning, scheme] = [read(order, 'OBR-4.1'), read(order, 'OBR-4.2'), read(order, 'OBR-4.3')];
  if (code === undefined && meaning === undefined) throw new Hl7Error('101', 'OBR-4', 'an order says what is to be done');
  return { code: code ?? '', meaning: meaning ?? code ?? '', scheme: scheme ?? 'L' };
};

/** Why, and for whom: free text and names, kept in the object store (OBR-31, ORC-12 or OBR-16, IPC-6 or OBR-4). */
export const orderDetails = (order: Message): scheduling.ExamDetailsV1 => {
  const reasons = repetitionsOf(order, 'OBR-31').flatMap((said) => componentOf(said, 2) ?? componentOf(said, 1) ?? []);
  return {
    indication: reasons.length > 0 ? reasons.join('; ') : undefined,
    referrer: physician(repetitionsOf(order, 'ORC-12')) ?? physician(repetitionsOf(order, 'OBR-16')),
    procedureDescription: read(order, 'IPC-6.2') ?? read(order, 'OBR-4.2'),
  };
};
