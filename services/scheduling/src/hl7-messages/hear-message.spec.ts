import { acknowledge, type Message } from '@osteon/hl7';
import { ormOrder } from '../receive-order/orders.story.js';
import type { AppliedSite } from '../site/applied-site.js';
import { north, south } from '../site/north.story.js';
import { hearMessage } from './hear-message.js';
import { messageHead } from './message-head.js';
import { senderOf } from './sender-of.js';
import type { Trigger } from './trigger.js';

const orders: Trigger = { types: ['ORM^O01', 'OMI^O23'], take: () => Promise.resolve({ outcome: 'applied', flags: [], examIds: [] }) };
const sites: AppliedSite[] = [
  { document: north, version: 3 },
  { document: south, version: 1 },
];
const headOf = (bytes: Buffer): Message => {
  const head = messageHead(bytes);
  if (!head) throw new Error('a message without MSH');
  return head;
};
const hear = (bytes: Buffer, address = '127.0.0.1') => hearMessage(bytes, headOf(bytes), { sites, address, triggers: [orders] });
const answerTo = (bytes: Buffer): string => {
  const heard = hear(bytes);
  return 'no' in heard ? `${heard.no.answer} ${heard.no.problem.code} ${heard.no.problem.location}` : 'taken';
};

describe('a message that arrives', () => {
  it('is taken from a sender that is configured, for the facility of that sender', () => {
    expect(hear(ormOrder())).toMatchObject({ heard: { sender: { id: 'north-ris' }, site: { facilityId: 'NORTH' }, siteVersion: 3 }, trigger: orders });
    expect(hear(ormOrder({ 'RIS|NORTH': 'RIS|SOUTH' }))).toMatchObject({ heard: { sender: { id: 'south-ris' }, site: { facilityId: 'SOUTH' } } });
  });

  it('from an unknown sender is answered AR', () => {
    expect(answerTo(ormOrder({ 'RIS|NORTH': 'RIS|WEST' }))).toBe('AR 204 MSH-3');
  });

  it('is routed by MSH-9.1 and 9.2 alone: the structure is often wrong', () => {
    expect(answerTo(ormOrder({ 'ORM^O01': 'ORM^O01^ADT_A01' }))).toBe('taken');
    expect(answerTo(ormOrder({ 'ORM^O01': 'OMI^O23' }))).toBe('taken');
  });

  it('of a type or event that is not supported yet is answered AR with its position', () => {
    expect(answerTo(ormOrder({ 'ORM^O01': 'ADT^A08' }))).toBe('AR 200 MSH-9.1');
    expect(answerTo(ormOrder({ 'ORM^O01': 'ORM^O02' }))).toBe('AR 201 MSH-9.2');
  });

  it('in a version or with a processing id that is not supported is answered AR', () => {
    expect(answerTo(ormOrder({ '|2.3.1|': '|3.0|' }))).toBe('AR 203 MSH-12');
    expect(answerTo(ormOrder({ '|P|': '|T|' }))).toBe('AR 202 MSH-11');
  });

  it('without an id is answered AE', () => {
    expect(answerTo(ormOrder({ RIS000101: '' }))).toBe('AE 101 MSH-10');
  });

  it('that cannot be read is answered AE with the position', () => {
    expect(answerTo(ormOrder({ 'PV1|1': 'garbage' }))).toBe('AE 100 MSH');
    expect(answerTo(ormOrder({ '8859/1': 'JIS X 0202' }))).toBe('AE 103 MSH-18');
    expect(answerTo(ormOrder({ '8859/1': 'UNICODE UTF-8', OKAFOR: '\u00dc' }))).toBe('AE 102 MSH-18');
  });

  it('is read in the character set of its sender where MSH-18 is empty', () => {
    const bytes = ormOrder({ 'RIS|NORTH': 'HIS|NORTH', '||||||8859/1': '', OKAFOR: 'M\u00dcLLER' });
    const heard = hear(bytes);
    expect('message' in heard && heard.message.charset).toBe('8859/1');
  });

  it('has a head that answers go to, whatever is wrong with the rest', () => {
    const answered = acknowledge(headOf(ormOrder({ '8859/1': 'JIS X 0202', 'PV1|1': 'garbage' })), { code: 'AE', at: '2026-05-04T05:30:00Z' });
    expect(answered.segments[1]?.fields[1]?.[0]?.[0]?.[0]).toBe('RIS000101');
    expect(messageHead(Buffer.from('GET / HTTP/1.1\r\n'))).toBeUndefined();
    expect(messageHead(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), ormOrder()]))).toBeDefined();
  });
});

describe('a sender', () => {
  const from = (address: string) => {
    const known = { ...north, senders: north.senders.map((sender) => ({ ...sender, address: '10.0.0.7' })) };
    return senderOf([{ document: known, version: 1 }], { sendingApplication: 'RIS', sendingFacility: 'NORTH' }, address)?.sender.id;
  };

  it('with a configured address speaks from there alone', () => {
    expect(from('10.0.0.7')).toBe('north-ris');
    expect(from('::ffff:10.0.0.7')).toBe('north-ris');
    expect(from('10.0.0.8')).toBeUndefined();
  });
});
