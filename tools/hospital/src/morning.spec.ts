import { parseMessage, read, writeMessage } from '@osteon/hl7';
import { morning } from './morning.js';
import { orderMessage } from './order-message.js';
import type { Order, OrderControl } from './order.js';

const orders = morning({ date: '2026-05-04', zone: 'Europe/Berlin', run: '7b', stationAETitle: 'IDXA1' });
const message = (order: Order, control: OrderControl = 'NW') =>
  parseMessage(
    writeMessage(
      orderMessage(order, control, {
        controlId: 'RIS1',
        sentAt: '2026-05-04T05:30:00Z',
        zone: 'Europe/Berlin',
        application: 'RIS',
        facility: 'NORTH',
        authority: 'NORTH',
      }),
    ),
  );
const at = (order: Order, ...positions: string[]) => positions.map((position) => read(message(order), position));
const [ada, juergen, zofia, sofia, tang] = orders as [Order, Order, Order, Order, Order];

describe('a morning at North Hospital', () => {
  it('carries the names over in their character sets', () => {
    expect(orders.map((order) => at(order, 'MSH-18', 'PID-5.1', 'PID-5.2'))).toEqual([
      ['8859/1', 'Okafor', 'Ada'],
      ['UNICODE UTF-8', 'Müller', 'Jürgen'],
      ['UNICODE UTF-8', 'Żółkiewska', 'Zofia'],
      ['8859/7', 'Παπαδοπούλου', 'Σοφία'],
      ['ASCII', 'Tang', 'Mei'],
    ]);
  });

  it('writes ORM^O01 with its numbers in OBR and ZDS', () => {
    expect(at(ada, 'MSH-9.1', 'MSH-12', 'ORC-1', 'ORC-2', 'OBR-18', 'OBR-19', 'OBR-20', 'OBR-24', 'ZDS-1', 'ORC-7.4')).toEqual([
      'ORM', '2.3.1', 'NW', 'P-7b-100', 'A-7b-100', 'R-7b-100', 'S-7b-100', 'BMD', '1.2.826.0.1.3680043.10.999.1798.100', '20260504090000',
    ]);
  });

  it('writes OMI^O23 with its numbers in IPC', () => {
    expect(at(juergen, 'MSH-9.3', 'MSH-12', 'IPC-1', 'IPC-2', 'IPC-3', 'IPC-4', 'IPC-9', 'TQ1-7')).toEqual([
      'OMI_O23', '2.5.1', 'A-7b-101', 'R-7b-101', '1.2.826.0.1.3680043.10.999.1798.101', 'S-7b-101', 'IDXA1', '20260504093000+0200',
    ]);
  });

  it('leaves numbers to the filler', () => {
    expect([...at(zofia, 'IPC-1', 'IPC-3'), ...at(sofia, 'OBR-18'), ...at(tang, 'OBR-18', 'ZDS-1')]).toEqual([
      undefined, '1.2.826.0.1.3680043.10.999.1798.102', 'A-7b-103', undefined, undefined,
    ]);
  });

  it('brings height and weight', () => {
    expect(at(tang, 'OBX-3', 'OBX-5', 'OBX-6', 'OBX[2]-3', 'OBX[2]-5')).toEqual(['8302-2', '154', 'cm', '29463-7', '51']);
  });

  it('changes and cancels', () => {
    expect([read(message(ada, 'XO'), 'ORC-1'), read(message(juergen, 'CA'), 'ORC-5')]).toEqual(['XO', 'CA']);
  });

  it('fits what DICOM can hold, for the longest run', () => {
    const long = morning({ date: '2026-05-04', zone: 'Europe/Berlin', run: 'zzzzzzzz' });
    expect(Math.max(...long.map(({ accessionNumber = '' }) => accessionNumber.length))).toBeLessThanOrEqual(16);
    expect(Math.max(...long.map(({ studyInstanceUID = '' }) => studyInstanceUID.length))).toBeLessThanOrEqual(64);
  });

  it('wants a run that fits', () => {
    expect(() => morning({ date: '2026-05-04', zone: 'Europe/Berlin', run: 'ninechars' })).toThrow('eight');
  });
});
