import { segment, writeTime, xcn, type Message, type RepetitionInput, type Segment } from '@osteon/hl7';
import { msh, pid, pv1, type Envelope, type Kind } from './envelope.js';
import type { Order, OrderControl } from './order.js';

const procedure: RepetitionInput = ['77080', 'DXA bone density axial', 'C4'];
const placerSystem = 'EMR';
const fillerSystem = 'RIS';

const kindOf = ({ form, charset }: Order): Kind =>
  form === 'ORM' ? { type: ['ORM', 'O01'], version: '2.3.1', charset } : { type: ['OMI', 'O23', 'OMI_O23'], version: '2.5.1', charset };

const observation = (n: number, [code, text]: readonly [string, string], value: number, unit: readonly [string, string]): Segment =>
  segment('OBX', { 1: `${n}`, 2: 'NM', 3: [code, text, 'LN'], 5: `${value}`, 6: [...unit, 'UCUM'], 11: 'F' });

const observations = ({ patient }: Order): Segment[] => [
  observation(1, ['8302-2', 'Body height'], patient.heightCm, ['cm', 'centimeter']),
  observation(2, ['29463-7', 'Body weight'], patient.weightKg, ['kg', 'kilogram']),
];

const numbers = (order: Order) => ({ 2: [order.placerOrderNumber, placerSystem], 3: [order.fillerOrderNumber, fillerSystem] });

const status: Readonly<Record<OrderControl, string>> = { NW: 'SC', XO: 'SC', CA: 'CA' };

/** RAD-4 in 2.3.1: the numbers lie in OBR-18, 19, 20 and 24, the Study Instance UID in ZDS-1. */
const ormSegments = (order: Order, control: OrderControl, sent: Envelope): Segment[] => {
  const quantityTiming = ['', '', '', writeTime(order.scheduledAt, sent.zone).slice(0, 14), '', 'R'];
  const orc = { 1: control, ...numbers(order), 5: status[control], 7: quantityTiming, 9: writeTime(sent.sentAt, sent.zone), 12: xcn(order.referrer) };
  const obr = {
    1: '1',
    ...numbers(order),
    4: procedure,
    16: xcn(order.referrer),
    18: order.accessionNumber,
    19: order.requestedProcedureId,
    20: order.scheduledProcedureStepId,
    24: 'BMD',
    27: quantityTiming,
    31: ['', order.indication],
  };
  const zds = order.studyInstanceUID && segment('ZDS', { 1: [order.studyInstanceUID, fillerSystem, 'Application', 'DICOM'] });
  return [segment('ORC', orc), segment('OBR', obr), ...observations(order), ...(zds ? [zds] : [])];
};

/** RAD-4 in 2.5.1: time in TQ1, numbers and station in IPC. */
const omiSegments = (order: Order, control: OrderControl, sent: Envelope): Segment[] => {
  const ei = (value: string | undefined): RepetitionInput => (value === undefined ? undefined : [value, fillerSystem]);
  const orc = { 1: control, ...numbers(order), 5: status[control], 9: writeTime(sent.sentAt, sent.zone), 12: xcn(order.referrer) };
  const ipc = {
    1: ei(order.accessionNumber),
    2: ei(order.requestedProcedureId),
    3: ei(order.studyInstanceUID),
    4: ei(order.scheduledProcedureStepId),
    5: 'BMD',
    6: ['DXA-AXIAL', 'Spine and both hips', '99NORTH'],
    7: order.stationAETitle,
    9: order.stationAETitle,
  };
  return [
    segment('ORC', orc),
    segment('TQ1', { 1: '1', 7: writeTime(order.scheduledAt, sent.zone), 9: 'R' }),
    segment('OBR', { 1: '1', ...numbers(order), 4: procedure, 16: xcn(order.referrer), 31: ['', order.indication] }),
    ...observations(order),
    segment('IPC', ipc),
  ];
};

/** The order as a message in its form. */
export const orderMessage = (order: Order, control: OrderControl, sent: Envelope): Message => {
  const rest = order.form === 'ORM' ? ormSegments(order, control, sent) : omiSegments(order, control, sent);
  return { charset: order.charset, segments: [msh(kindOf(order), sent), pid(order.patient, sent), pv1(sent), ...rest] };
};
