import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOPClass, store, writePart10 } from '@osteon/dicom';
import { acknowledge, listenMllp, parseMessage, read, segment, sendMllp, writeMessage } from '@osteon/hl7';
import { startEmr } from './emr.js';
import { morning } from './morning.js';
import { controlIds, orderSender } from './order-sender.js';
import { startPacs } from './pacs.js';

const host = '127.0.0.1';
const zone = 'Europe/Berlin';
const [ada] = morning({ date: '2026-05-04', zone, run: '7' });

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hospital-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the order sender', () => {
  it('sends an order and tells the answer, with what was wrong', async () => {
    const problems = [{ location: 'PID-3', code: '101', text: 'no identifier' }] as const;
    const seen: (string | undefined)[] = [];
    const filler = await listenMllp({
      host,
      port: 0,
      onMessage: async (bytes) => {
        const order = parseMessage(bytes);
        seen.push(read(order, 'MSH-10'), read(order, 'PID-5'));
        return writeMessage(acknowledge(order, { code: 'AE', problems, at: '2026-05-04T05:30:00Z' }));
      },
    });
    const sender = orderSender({ host, port: filler.port }, { zone, application: 'RIS', facility: 'NORTH', authority: 'NORTH' }, { ids: () => 'RIS1' });
    if (ada === undefined) throw new Error('no Ada');
    expect(await sender.send(ada)).toMatchObject({ controlId: 'RIS1', code: 'AE', problems: ['PID 1 3 101 Required field missing HL70357'] });
    expect(seen).toEqual(['RIS1', 'Okafor']);
    await filler.close();
    expect(await sender.send(ada)).toEqual({ controlId: 'RIS1', outcome: { kind: 'not-sent', why: 'ECONNREFUSED' }, problems: [] });
  });

  it('numbers its messages', () => {
    const next = controlIds('RIS', () => new Date('2026-05-04T05:30:00Z'));
    const [first, second] = [next(), next()];
    expect(first).not.toBe(second);
    expect(second.length).toBeLessThanOrEqual(20);
  });
});

const report = (controlId: string): Buffer =>
  writeMessage({
    charset: 'ASCII',
    segments: [
      segment('MSH', { 3: 'OSTEON', 9: ['ORU', 'R01'], 10: controlId, 11: 'P', 12: '2.3.1' }),
      segment('OBR', { 1: '1', 18: 'A-100' }),
      segment('OBX', { 1: '1', 2: 'ED', 5: ['', 'Application', 'PDF', 'Base64', Buffer.from('%PDF-1.7').toString('base64')] }),
    ],
  });

describe('the record system', () => {
  it('keeps, acknowledges and counts messages, with the PDF in them', async () => {
    const emr = await startEmr({ host, port: 0, folder });
    const send = () => sendMllp({ host, port: emr.port }, report('OS/../1'), { timeoutMs: 200 });
    const first = await send();
    await send();
    expect(first.kind === 'answered' && read(parseMessage(first.bytes), 'MSA-1')).toBe('AA');
    expect(emr.count('OS/../1')).toBe(2);
    expect(emr.received[0]).toMatchObject({ accessionNumber: 'A-100', bytes: report('OS/../1') });
    expect((await readdir(folder)).sort()).toEqual(['0001-OS____1.hl7', '0001-OS____1.pdf', '0002-OS____1.hl7', '0002-OS____1.pdf']);
    expect(await readFile(join(folder, '0001-OS____1.pdf'), 'utf8')).toBe('%PDF-1.7');
    await emr.close();
  });

  it('refuses or says nothing when it is told to, and has the message all the same', async () => {
    const emr = await startEmr({ host, port: 0 });
    const send = (id: string) => sendMllp({ host, port: emr.port }, report(id), { timeoutMs: 200 });
    emr.answerWith('AE');
    const refused = await send('1');
    expect(refused.kind === 'answered' && read(parseMessage(refused.bytes), 'MSA-1')).toBe('AE');
    emr.answerWith('silent');
    expect(await send('2')).toMatchObject({ kind: 'uncertain' });
    expect(emr.received.map(({ controlId }) => controlId)).toEqual(['1', '2']);
    await emr.close();
  });
});

describe('the picture archive', () => {
  const file = writePart10({
    SOPClassUID: SOPClass.SecondaryCaptureImageStorage,
    SOPInstanceUID: '2.25.1',
    StudyInstanceUID: '2.25.2',
    AccessionNumber: 'A-100',
    PatientID: '4711',
  });
  const peer = (port: number, calledAETitle = 'PACS') => ({ host, port, calledAETitle, callingAETitle: 'OSTEON' });

  it('keeps objects as files, to the byte', async () => {
    const pacs = await startPacs({ host, port: 0, aeTitle: 'PACS', folder });
    expect(await store(peer(pacs.port), [file])).toMatchObject([{ outcome: 'delivered' }]);
    expect(pacs.objects).toMatchObject([{ SOPInstanceUID: '2.25.1', StudyInstanceUID: '2.25.2', AccessionNumber: 'A-100', callingAETitle: 'OSTEON' }]);
    expect(await readFile(join(folder, '2.25.1.dcm'))).toEqual(file);
    expect(pacs.count('2.25.1')).toBe(1);
    await pacs.close();
  });

  it('refuses what it is told to refuse, and callers of another archive', async () => {
    const pacs = await startPacs({ host, port: 0, aeTitle: 'PACS', folder });
    pacs.answerWith(0xa700);
    expect(await store(peer(pacs.port), [file])).toMatchObject([{ outcome: 'refused', status: 0xa700 }]);
    expect(await store(peer(pacs.port, 'OTHER'), [file])).toMatchObject([{ outcome: 'unsent' }]);
    expect(await readdir(folder)).toEqual([]);
    await pacs.close();
  });
});
