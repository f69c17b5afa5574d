import { Hl7Error, parseMessage } from '@osteon/hl7';
import type { Heard } from '../hl7-messages/heard.js';
import { north } from '../site/north.story.js';
import { hisOrder, omiOrder, ormOrder } from './orders.story.js';
import { readOrders } from './read-orders.js';

const from = (senderId: string, change: Partial<Heard['sender']> = {}): Heard => {
  const sender = north.senders.find(({ id }) => id === senderId);
  if (!sender) throw new Error(`NORTH has no sender ${senderId}`);
  return { sender: { ...sender, ...change }, site: north, siteVersion: 1 };
};
const ris = from('north-ris');
const read = (bytes: Buffer, heard: Heard = ris) => readOrders(parseMessage(bytes), heard);
const only = (bytes: Buffer, heard: Heard = ris) => read(bytes, heard).orders[0];
const errorOf = (bytes: Buffer, heard: Heard = ris): string => {
  try {
    read(bytes, heard);
  } catch (error) {
    if (error instanceof Hl7Error) return `${error.code} ${error.location}`;
    throw error;
  }
  return 'none';
};

describe('an order as it is read', () => {
  it('from ORM^O01 with ZDS keeps all numbers that it brings', () => {
    expect(read(ormOrder())).toEqual({
      ignored: 0,
      orders: [
        {
          control: 'NW',
          key: '["NORTH","filler","RIS","F9001"]',
          placerOrderNumber: { value: 'P7001', namespace: 'EMR' },
          fillerOrderNumber: { value: 'F9001', namespace: 'RIS' },
          brought: {
            accessionNumber: 'A-100',
            studyInstanceUID: '1.2.826.0.1.3680043.10.999.100',
            requestedProcedureId: 'RP-100',
            scheduledProcedureStepId: 'SPS-100',
          },
          service: { code: '77080', meaning: 'DXA bone density axial', scheme: 'C4' },
          modality: 'BMD',
          scheduledAt: '2026-05-04T07:00:00Z',
          priority: 'routine',
          heightM: 1.62,
          weightKg: 64,
          details: {
            indication: 'Screening for osteoporosis',
            referrer: { id: '1003', family: 'LEE', given: 'MIN', prefix: 'DR' },
            procedureDescription: 'DXA bone density axial',
          },
          flags: [],
        },
      ],
    });
  });

  it('from OMI^O23 with IPC takes station, numbers and time from where that version has them', () => {
    expect(only(omiOrder())).toMatchObject({
      key: '["NORTH","filler","RIS","F9002"]',
      brought: { accessionNumber: 'A-101', studyInstanceUID: '1.2.826.0.1.3680043.10.999.101', requestedProcedureId: 'RP-101', scheduledProcedureStepId: 'SPS-101' },
      stationAETitle: 'IDXA1',
      scheduledAt: '2026-05-04T07:30:00Z',
      heightM: 1.75,
      details: { procedureDescription: 'Spine and both hips', indication: 'Glucocorticoids for 6 months' },
    });
  });

  it('is known by ORC-3 where the sender fills orders, else by ORC-2, with its namespace', () => {
    expect(only(ormOrder(), from('north-ris', { role: 'his' }))?.key).toBe('["NORTH","placer","EMR","P7001"]');
    expect(only(hisOrder(), from('north-his'))?.key).toBe('["NORTH","placer","HIS","P8001"]');
    const plain = { 'F9001^RIS||SC': 'F9001||SC', 'F9001^RIS|77080': 'F9001|77080' };
    expect(only(ormOrder(plain))?.key).toBe('["NORTH","filler","RIS","F9001"]');
    expect(errorOf(hisOrder({ 'NW|P8001^HIS': 'NW|', 'OBR|1|P8001^HIS': 'OBR|1|' }), from('north-his'))).toBe('101 ORC-2');
    expect(errorOf(hisOrder({ 'NW|P8001^HIS': 'NW|', 'OBR|1|P8001^HIS': 'OBR|1|' }), from('north-his', { role: 'ris' }))).toBe('101 ORC-3');
  });

  it('has its accession number where the sender is configured to write it', () => {
    const bytes = ormOrder({ '||A-100|': '|||' });
    expect(only(bytes)?.brought.accessionNumber).toBeUndefined();
    expect(only(bytes, from('north-ris', { accessionNumberAt: 'ORC-3' }))?.brought.accessionNumber).toBe('F9001');
  });

  it('is refused where accession number or Study Instance UID is illegal for its DICOM VR, with the position', () => {
    expect(errorOf(ormOrder({ 'A-100': 'A-100-AND-MUCH-LONGER' }))).toBe('102 OBR-18');
    expect(errorOf(ormOrder({ 'A-100': 'A\\E\\100' }))).toBe('102 OBR-18');
    expect(errorOf(omiOrder({ 'A-101^RIS': 'A-101-AND-MUCH-LONGER^RIS' }))).toBe('102 IPC-1');
    expect(errorOf(ormOrder({ '10.999.100': '10.999.0100' }))).toBe('102 ZDS-1');
    expect(errorOf(omiOrder({ '10.999.101': '10.999.x' }))).toBe('102 IPC-3');
  });

  it('keeps the ids of procedure and step in the record where they do not fit the worklist', () => {
    const brought = only(ormOrder({ 'RP-100': 'REQUESTED-PROCEDURE-100' }))?.brought;
    expect(brought).toMatchObject({ theirs: { requestedProcedureId: 'REQUESTED-PROCEDURE-100' }, scheduledProcedureStepId: 'SPS-100' });
    expect(brought?.requestedProcedureId).toBeUndefined();
  });

  it('has no station where the station is unknown, and where two are named: then the item names all DXA devices', () => {
    expect(only(omiOrder({ '||IDXA1': '||ELSEWHERE' }))).toMatchObject({ flags: ['STATION_UNKNOWN'] });
    expect(only(omiOrder({ '||IDXA1': '||ELSEWHERE' }))?.stationAETitle).toBeUndefined();
    const two = { ...north, devices: north.devices.map((device) => ({ ...device, aeTitles: ['IDXA1', 'IDXA2'] })) };
    expect(only(omiOrder({ '||IDXA1': '||IDXA1~IDXA2' }), { ...ris, site: two })?.stationAETitle).toBeUndefined();
  });

  it('for another modality is counted and not read further', () => {
    expect(read(ormOrder({ '|BMD|': '|CT|', 'A-100': 'MUCH-TOO-LONG-FOR-AN-ACCESSION-NUMBER' }))).toEqual({ orders: [], ignored: 1 });
    expect(read(ormOrder({ '|BMD|': '|OT|' }))).toMatchObject({ ignored: 0, orders: [{ modality: 'OT' }] });
  });

  it('for bone mineral densitometry is for us also where no densitometer is configured yet', () => {
    expect(read(ormOrder(), { ...ris, site: { ...north, devices: [] } })).toMatchObject({ ignored: 0, orders: [{ modality: 'BMD' }] });
  });

  it('has the height that stands before it in the message', () => {
    const height = 'OBX|1|NM|8302-2^Body height^LN||170|cm';
    expect(only(hisOrder({ 'ORC|NW': `${height}\rORC|NW` }), from('north-his'))?.heightM).toBe(1.7);
    expect(only(ormOrder({ 'ORC|NW': `${height}\rORC|NW` }))?.heightM).toBe(1.62);
  });

  it('without a modality is taken and flagged: ignored it would be lost', () => {
    expect(only(ormOrder({ '|BMD|': '||' }))).toMatchObject({ flags: ['MODALITY_MISSING'] });
  });

  it('without a time is flagged, and with a day alone is for its beginning', () => {
    const noTime = { '^^^20260504090000^^R||20260504': '||20260504', '^^^20260504090000^^R||||': '||||' };
    expect(only(ormOrder(noTime))).toMatchObject({ flags: ['TIME_MISSING'] });
    expect(only(ormOrder({ '^^^20260504090000': '^^^20260504' }))).toMatchObject({
      scheduledAt: '2026-05-03T22:00:00Z',
      flags: ['TIME_OF_DAY_MISSING'],
    });
    expect(errorOf(ormOrder({ '^^^20260504090000': '^^^20261304090000' }))).toBe('102 ORC-7.4');
  });

  it('is read in the zone of its sender, where that is another one than the site', () => {
    expect(only(ormOrder(), from('north-ris', { zone: 'America/New_York' }))?.scheduledAt).toBe('2026-05-04T13:00:00Z');
  });

  it.each([
    ['S', 'stat'],
    ['A', 'urgent'],
    ['R', 'routine'],
  ])('says with %s that it is %s', (code, priority) => {
    expect(only(hisOrder({ '^^S': `^^${code}` }), from('north-his'))?.priority).toBe(priority);
  });

  it('is malformed without ORC, OBR, ORC-1 or OBR-4', () => {
    expect(errorOf(hisOrder({ 'ORC|NW': 'ZOR|NW' }))).toBe('100 ORC');
    expect(errorOf(hisOrder({ 'OBR|1': 'ZBR|1' }))).toBe('100 OBR');
    expect(errorOf(hisOrder({ 'ORC|NW': 'ORC|' }))).toBe('101 ORC-1');
    expect(errorOf(hisOrder({ '77080^DXA bone density axial^C4': '' }), from('north-his'))).toBe('101 OBR-4');
  });

  it('in a message with several names the position of its own segments', () => {
    const second = 'ORC|NW|P8002^HIS\rOBR|1|P8002^HIS||77080^DXA bone density axial^C4||||||||||||||A-100-AND-MUCH-LONGER';
    const two = Buffer.concat([hisOrder(), Buffer.from(second)]);
    expect(errorOf(two, from('north-his'))).toBe('102 OBR[2]-18');
    expect(read(Buffer.concat([hisOrder(), Buffer.from(second.replace('-AND-MUCH-LONGER', ''))]), from('north-his')).orders.map(({ key }) => key)).toEqual([
      '["NORTH","placer","HIS","P8001"]',
      '["NORTH","placer","HIS","P8002"]',
    ]);
  });
});
