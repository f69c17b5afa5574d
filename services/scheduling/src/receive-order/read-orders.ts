import { groupsOf, Hl7Error, read, segmentsOf, type Message } from '@osteon/hl7';
import type { OrderNumbers, scheduling } from '@osteon/contracts';
import { inGroup } from '../hl7-fields/in-group.js';
import type { Heard } from '../hl7-messages/heard.js';
import { bodyMeasures } from './body-measures.js';
import { orderDetails, orderedService } from './order-details.js';
import { orderKey, type OrderKey } from './order-key.js';
import { orderModality } from './order-modality.js';
import { broughtNumbers, type BroughtNumbers } from './order-numbers.js';
import { orderStation } from './order-station.js';
import { orderTime, type OrderTime } from './order-time.js';

/** One order group of a message, in the words of the domain. */
export interface OrderSaid extends OrderTime, OrderKey {
  /** ORC-1, HL7 table 0119. */
  readonly control: string;
  readonly brought: BroughtNumbers;
  readonly service: OrderNumbers['service'];
  readonly modality?: string;
  readonly stationAETitle?: string;
  readonly heightM?: number;
  readonly weightKg?: number;
  readonly details: scheduling.ExamDetailsV1;
}

/** The orders for densitometers, and how many were for something else. */
export interface OrdersSaid {
  readonly orders: readonly OrderSaid[];
  readonly ignored: number;
}

const control = (group: Message): string => {
  const said = read(group, 'ORC-1');
  if (said === undefined) throw new Hl7Error('101', 'ORC-1', 'an order says what is to become of it');
  if (segmentsOf(group, 'OBR').length === 0) throw new Hl7Error('100', 'OBR', 'an order is described by OBR');
  return said;
};

const readGroup = (message: Message, group: Message, from: Heard): OrderSaid | undefined => {
  const { sender, site } = from;
  const { modality, isOurs, flags } = orderModality(group, site);
  if (!isOurs) return undefined;
  const said = control(group);
  const time = orderTime(group, sender.zone ?? site.zone);
  const station = orderStation(group, site);
  const measures = bodyMeasures(segmentsOf(group, 'OBX').length > 0 ? group : message);
  return {
    control: said,
    ...orderKey(group, sender, site.facilityId),
    brought: broughtNumbers(group, sender),
    service: orderedService(group),
    modality,
    details: orderDetails(group),
    ...time,
    ...station,
    ...measures,
    flags: [...flags, ...time.flags, ...station.flags, ...measures.flags],
  };
};

/** Reads every order of a message; the first that cannot be read refuses the message, with its position. */
export const readOrders = (message: Message, from: Heard): OrdersSaid => {
  const groups = groupsOf(message, 'ORC');
  if (groups.length === 0) throw new Hl7Error('100', 'ORC', 'an order message has an order');
  const said = groups.map((group, index) => {
    try {
      return readGroup(message, group, from);
    } catch (error) {
      throw error instanceof Hl7Error ? inGroup(error, index) : error;
    }
  });
  const orders = said.filter((order) => order !== undefined);
  return { orders, ignored: said.length - orders.length };
};
