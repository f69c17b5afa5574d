import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headerOf, parseMessage, type Message } from '@osteon/hl7';
import type { Heard } from '../hl7-messages/heard.js';
import { messageHead } from '../hl7-messages/message-head.js';
import { north } from '../site/north.story.js';
import { readOrders } from './read-orders.js';
import { readPatient } from '../hl7-fields/read-patient.js';

const folder = join(process.env['OSTEON_SAMPLES'] ?? join(import.meta.dirname, '../../../../../shared/samples'), 'hl7');
const bytes = (file: string): Buffer => readFileSync(join(folder, file));
const sample = (file: string): Message => parseMessage(bytes(file), 'UNICODE UTF-8');
const heard: Heard = { sender: { id: 'ris', sendingApplication: 'RIS', sendingFacility: 'NORTH', ackMode: 'as-asked', role: 'ris' }, site: north, siteVersion: 1 };

(existsSync(folder) ? describe : describe.skip)('the sample orders', () => {
  it('for a densitometer are read with patient, numbers and measures', () => {
    const [orm] = readOrders(sample('dxa-ORM-O01.hl7'), heard).orders;
    expect(orm).toMatchObject({ control: 'NW', key: '["NORTH","filler","RIS","F9001"]', brought: { accessionNumber: 'A-100' }, heightM: 1.62, weightKg: 64, flags: [] });
    const [omi] = readOrders(sample('dxa-OMI-O23.hl7'), heard).orders;
    expect(omi).toMatchObject({ brought: { accessionNumber: 'A-101' }, scheduledAt: '2026-05-04T07:30:00Z', stationAETitle: 'IDXA1' });
    expect(readPatient(sample('dxa-OMI-O23.hl7'), 'NORTH').demographics.name).toEqual({ family: 'M\u00dcLLER', given: 'J\u00dcRGEN', prefix: 'HERR' });
  });

  it('for CT are counted and not read further, values too long for DICOM or not', () => {
    expect(readOrders(sample('OMI-O23-imaging-order.hl7'), heard)).toEqual({ orders: [], ignored: 1 });
  });

  it.each(['ORM-O01-01.hl7', 'ORM-O01-02.hl7', 'ORM-O01-03.hl7'])('of other hospitals have a head and a patient, byte order mark or not: %s', (file) => {
    const head = messageHead(bytes(file));
    expect(head && headerOf(head)).toMatchObject({ type: 'ORM', event: 'O01', sendingApplication: 'ORDApp', version: '2.6' });
    expect(readPatient(sample(file), 'test1')).toMatchObject({ key: { value: 'PATID1234', authority: 'test1' }, demographics: { birthDate: '1988-08-18', sex: 'male' } });
  });
});
