import { parseMessage, read, segmentsOf, writeMessage } from '@osteon/hl7';
import { content, documents, patient, receiver, signed } from '../testing/report-a1.story.js';
import { oruMessage, type ReportMessage } from './oru-message.js';

const asked: ReportMessage = { documents, receiver, controlId: 'c0ffee', at: '2026-03-02T09:06:00.000Z' };
const linesOf = (message: Partial<ReportMessage> = {}): string[] =>
  writeMessage(oruMessage({ ...asked, ...message }))
    .toString('latin1')
    .split('\r')
    .slice(0, -1);

describe('the report of exam A1 as ORU^R01', () => {
  it('is this message', () => {
    expect(linesOf()).toEqual([
      'MSH|^~\\&|OSTEON|NORTH|EMR|NORTH-EMR|20260302100600+0100||ORU^R01^ORU_R01|c0ffee|P|2.5.1||||||8859/1',
      'PID|1||C-77^^^CITY~483920^^^NORTH-HIS^MR||Okafor^Grace^^^Ms||19581120|F',
      'PV1|1|U||||||1003^Novotn\u00e1^Eva^^^Dr',
      'ORC|RE|P7001^EMR|F9001^RIS||CM|||||||1003^Novotn\u00e1^Eva^^^Dr',
      'OBR|1|P7001^EMR|F9001^RIS|77080^DXA bone density axial^C4|||20260302|||||||||1003^Novotn\u00e1^Eva^^^Dr||A1||||20260302100500+0100||RAD|F||||||^Back pain|dr-lee&Dr Lee',
      'OBX|1|ST|113014^DICOM Study^DCM||1.2.826.0.1.3680043.10.1405.1.9||||||F|||20260302',
      'OBX|2|NM|24966-4^BMD Lumbar spine^LN|L1|0.905|g/cm2^^UCUM|||||F|||20260302',
      'OBX|3|NM|38267-1^T-score Lumbar spine^LN|L1|-1.9|{T-score}^^UCUM|||||F|||20260302',
      'OBX|4|NM|85394-5^Z-score Lumbar spine^LN|L1|-0.3|{Z-score}^^UCUM|||||F|||20260302',
      'OBX|5|NM|24966-4^BMD Lumbar spine^LN|L1-L3|0.942|g/cm2^^UCUM|||||F|||20260302',
      'OBX|6|NM|38267-1^T-score Lumbar spine^LN|L1-L3|-2.0|{T-score}^^UCUM|||||F|||20260302',
      'OBX|7|NM|85394-5^Z-score Lumbar spine^LN|L1-L3|-0.4|{Z-score}^^UCUM|||||F|||20260302',
      'OBX|8|NM|46278-8^BMD Hip - left^LN|femoral-neck|0.700|g/cm2^^UCUM|||||F|||20260302',
      'OBX|9|NM|80946-7^T-score Hip - left^LN|femoral-neck|-2.3|{T-score}^^UCUM|||||F|||20260302',
      'OBX|10|NM|80938-4^Z-score Hip - left^LN|femoral-neck|-0.85|{Z-score}^^UCUM|||||F|||20260302',
      'OBX|11|TX|38269-7^Study report Skeletal system DXA^LN|1|Assessment~Low bone density.~Lowest T-score -2.3 \\F\\ left femoral neck.||||||F|||20260302',
      'OBX|12|TX|38269-7^Study report Skeletal system DXA^LN|2|Indication~Back pain||||||F|||20260302',
      'OBX|13|ED|18748-4^Diagnostic Imaging Report^LN||^Application^PDF^Base64^JVBERi0xLjcgQTEK||||||F|||20260302',
    ]);
  });

  it('says of a number that was typed by hand that it was', () => {
    const typed = [{ field: 'tScore' as const, by: 'mr-tanaka', at: '2026-03-02T08:30:00.000Z' }];
    const scans = content.review.scans.map((scan) => ({ ...scan, regions: scan.regions.map((row) => (row.region === 'femoral-neck' ? { ...row, typed } : row)) }));
    const lines = linesOf({ documents: { ...documents, content: { ...content, review: { ...content.review, scans } } } });
    expect(lines.filter((line) => line.includes('Typed by hand'))).toEqual([
      'OBX|9|NM|80946-7^T-score Hip - left^LN|femoral-neck|-2.3|{T-score}^^UCUM|||||F|||20260302|||^Typed by hand',
    ]);
  });

  it('carries the PDF whole', () => {
    const message = parseMessage(writeMessage(oruMessage(asked)));
    const [pdf] = segmentsOf(message, 'OBX').filter((obx) => read(obx, 'OBX-2') === 'ED');
    expect(Buffer.from((pdf && read(pdf, 'OBX-5.5')) ?? '', 'base64')).toEqual(documents.pdf);
  });

  it('gives every order of the exam the whole result, under its own numbers', () => {
    const [order] = signed.orders;
    const second = { accessionNumber: 'A2', studyInstanceUID: '1.2', service: { code: '77086', meaning: 'VFA', scheme: 'C4' } };
    const both = order ? [order, second] : [];
    const message = oruMessage({ ...asked, documents: { ...documents, signed: { ...signed, orders: both } } });
    expect(segmentsOf(message, 'OBR').map((obr) => [1, 2, 3, 18].map((n) => read(obr, `OBR-${n}`)))).toEqual([
      ['1', 'P7001', 'F9001', 'A1'],
      ['2', undefined, 'A2', 'A2'],
    ]);
    expect(read(segmentsOf(message, 'OBR')[1] ?? message, 'OBR-3.2')).toBe('OSTEON');
    expect(segmentsOf(message, 'OBX')).toHaveLength(26);
  });

  it('says when the exam was scheduled where the device states no day', () => {
    const { performedOn: _, ...review } = content.review;
    const [line] = linesOf({ documents: { ...documents, content: { ...content, review } } }).filter((each) => each.startsWith('OBR'));
    expect(line?.split('|')[7]).toBe('20260302083000+0100');
  });

  it('corrects under the same number at a later revision', () => {
    const lines = linesOf({ documents: { ...documents, signed: { ...signed, revision: 2 } } });
    expect(lines.filter((line) => line.startsWith('OBR')).map((line) => [line.split('|')[3], line.split('|')[25]])).toEqual([['F9001^RIS', 'C']]);
    expect(lines.filter((line) => line.startsWith('OBX')).every((line) => line.split('|')[11] === 'C')).toBe(true);
  });

  it('speaks the version of the receiver', () => {
    expect(linesOf({ receiver: { ...receiver, version: '2.3.1' } })[0]).toContain('|ORU^R01|c0ffee|P|2.3.1|');
  });

  it('says little where little is known', () => {
    const { birthDate: _, ...unknown } = patient;
    const lines = linesOf({
      documents: { ...documents, signature: undefined, patient: { ...unknown, sex: 'unknown' }, content: { ...content, details: {} } },
    });
    expect(lines[1]).toBe('PID|1||C-77^^^CITY~483920^^^NORTH-HIS^MR||Okafor^Grace^^^Ms|||U');
    expect(lines[4]?.endsWith('|RAD|F|||||||dr-lee')).toBe(true);
  });

  it('refuses a name that the receiver cannot have', () => {
    const polish = { ...documents, patient: { ...patient, name: { family: '\u017b\u00f3\u0142kiewska' } } };
    expect(() => linesOf({ documents: polish })).toThrow(expect.objectContaining({ code: '102', location: 'PID-5' }));
    expect(linesOf({ documents: polish, receiver: { ...receiver, charset: 'UNICODE UTF-8' } })).toHaveLength(18);
    expect(() => linesOf({ receiver: { ...receiver, charset: 'KLINGON' } })).toThrow(expect.objectContaining({ code: '103' }));
  });
});
