import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headerOf } from './header.js';
import type { Message } from './message.js';
import { parseMessage } from './parse.js';
import { componentOf, groupsOf, read, repetitionsOf, segmentsOf } from './read.js';
import { writeMessage } from './write.js';

const folder = join(process.env['OSTEON_SAMPLES'] ?? join(import.meta.dirname, '../../../../shared/samples'), 'hl7');
const isHere = existsSync(folder);
const files = isHere ? readdirSync(folder) : [];
const sample = (file: string): Message => parseMessage(readFileSync(join(folder, file)), 'UNICODE UTF-8');

(isHere ? describe : describe.skip)('the sample messages', () => {
  it.each(files)('%s is read, and reads the same after it was written', (file) => {
    const message = sample(file);
    expect(headerOf(message).type).toMatch(/^(ADT|OMG|OMI|ORM|ORU|SIU)$/);
    const again = parseMessage(writeMessage(message), 'UNICODE UTF-8');
    expect(again.segments.map(({ name }) => name)).toEqual(message.segments.map(({ name }) => name));
    expect(writeMessage(again)).toEqual(writeMessage(message));
  });

  it('give the numbers of a DXA order with ZDS', () => {
    const order = sample('dxa-ORM-O01.hl7');
    expect(read(order, 'ZDS-1')).toBe('1.2.826.0.1.3680043.10.999.100');
    expect(['OBR-18', 'OBR-19', 'OBR-20', 'OBR-24', 'ORC-7.4'].map((at) => read(order, at))).toEqual(['A-100', 'RP-100', 'SPS-100', 'BMD', '20260504090000']);
    expect(repetitionsOf(order, 'PID-3').map((id) => [componentOf(id, 1), componentOf(id, 4)])).toEqual([['4711', 'NORTH']]);
    expect(segmentsOf(order, 'OBX').map((obx) => [read(obx, 'OBX-3'), read(obx, 'OBX-5')])).toEqual([
      ['8302-2', '162'],
      ['29463-7', '64'],
    ]);
  });

  it('give the numbers of a DXA order with IPC, name with its umlauts', () => {
    const [order] = groupsOf(sample('dxa-OMI-O23.hl7'), 'ORC');
    expect(['IPC-1', 'IPC-2', 'IPC-3', 'IPC-4', 'IPC-5', 'IPC-9'].map((at) => order && read(order, at))).toEqual([
      'A-101',
      'RP-101',
      '1.2.826.0.1.3680043.10.999.101',
      'SPS-101',
      'BMD',
      'IDXA1',
    ]);
    expect(read(sample('dxa-OMI-O23.hl7'), 'PID-5.2')).toBe('J\u00dcRGEN');
  });
});
