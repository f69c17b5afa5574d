import { Hl7Error, read, type Message } from '@osteon/hl7';
import type { EntityIdentifier, scheduling } from '@osteon/contracts';

/** The numbers of an order, and the one that names it among all orders of the network. */
export interface OrderKey {
  readonly key: string;
  readonly placerOrderNumber?: EntityIdentifier;
  readonly fillerOrderNumber?: EntityIdentifier;
}

const entityIdentifier = (order: Message, fields: readonly string[]): EntityIdentifier | undefined => {
  for (const field of fields) {
    const value = read(order, `${field}.1`)?.trim();
    if (value) return { value, namespace: read(order, `${field}.2`) ?? read(order, `${field}.3`) };
  }
  return undefined;
};

/**
 * ORC-3 with its namespace where the sender fills orders, else ORC-2; the other one where that is missing.
 * A number without namespace is the sender's own. Two hospitals number alike, so the facility belongs to the key.
 */
export const orderKey = (order: Message, sender: scheduling.SiteSender, facilityId: string): OrderKey => {
  const placerOrderNumber = entityIdentifier(order, ['ORC-2', 'OBR-2']);
  const fillerOrderNumber = entityIdentifier(order, ['ORC-3', 'OBR-3']);
  const numbers = [
    { kind: 'filler', number: fillerOrderNumber },
    { kind: 'placer', number: placerOrderNumber },
  ];
  const inOrder = sender.role === 'ris' ? numbers : numbers.toReversed();
  const named = inOrder.find(({ number }) => number !== undefined);
  if (!named?.number) throw new Hl7Error('101', sender.role === 'ris' ? 'ORC-3' : 'ORC-2', 'an order has a number');
  const key = JSON.stringify([facilityId, named.kind, named.number.namespace ?? sender.sendingApplication, named.number.value]);
  return { key, placerOrderNumber, fillerOrderNumber };
};
