import fc from 'fast-check';
import { charsets, type Charset } from './charset.table.js';
import { segment, type Message } from './message.js';
import { parseMessage } from './parse.js';
import { componentOf, read, repetitionsOf } from './read.js';
import { writeMessage } from './write.js';

const seed = 20260504;
const msh = (charset: Charset) => segment('MSH', { 3: 'OSTEON', 9: ['ORU', 'R01'], 10: 'A1', 12: '2.5.1', 18: charset });
const message = (charset: Charset, ...segments: Message['segments']): Message => ({ charset, segments: [msh(charset), ...segments] });
const text = (written: Message): string => writeMessage(written).toString('utf8');

describe('writing', () => {
  it('puts values where the standard counts them and trims what is empty at the end', () => {
    const pid = segment('PID', { 1: '1', 3: { repetitions: [['4711', undefined, '', ['NORTH', '1.2', 'ISO']], '99'] }, 5: ['OKAFOR', 'ADA', ''], 8: '' });
    expect(text(message('8859/1', pid))).toBe(
      'MSH|^~\\&|OSTEON||||||ORU^R01|A1||2.5.1||||||8859/1\rPID|1||4711^^^NORTH&1.2&ISO~99||OKAFOR^ADA\r',
    );
  });

  it('keeps a deletion apart from nothing', () => {
    expect(text(message('ASCII', segment('PID', { 8: '""' })))).toContain('PID||||||||""\r');
  });

  it('escapes every delimiter and line end', () => {
    expect(text(message('ASCII', segment('NTE', { 3: 'a|b^c~d\\e&f\rg\nh\u000bi\u001cj' })))).toContain(
      'NTE|||a\\F\\b\\S\\c\\R\\d\\E\\e\\T\\f\\X0D\\g\\.br\\h\\X0B\\i\\X1C\\j\r',
    );
  });

  it.each([
    ['8859/1', 'J\u00dcRGEN M\u00dcLLER'],
    ['8859/2', '\u0141UKASZ \u017b\u00d3\u0141\u0106'],
    ['8859/7', '\u03a3\u03bf\u03c6\u03af\u03b1'],
    ['8859/5', '\u041b\u044e\u0431\u043e\u0432\u044c'],
    ['KS X 1001', '\uae40\ud76c\uc911'],
    ['GB 18030-2000', '\u738b\u5c0f\u4e1c'],
    ['UNICODE UTF-8', '\u5c71\u7530 \u5510\u79f0\u0153\u{1d11e}'],
  ] as const)('carries names in %s', (charset, name) => {
    const written = writeMessage(message(charset, segment('PID', { 5: [name] })));
    expect(read(parseMessage(written), 'PID-5')).toBe(name);
  });

  it('refuses a letter that the character set does not have, by its position', () => {
    const pid = segment('PID', { 5: ['\u0141UKASZ'] });
    expect(() => writeMessage(message('8859/1', pid))).toThrow(expect.objectContaining({ code: '102', location: 'PID-5' }));
    expect(() => writeMessage(message('ASCII', pid))).toThrow('PID-5');
  });

  it('refuses a segment name that is none', () => {
    expect(() => writeMessage(message('ASCII', { name: 'PID|\r', fields: [] }))).toThrow('three letters');
  });
});

describe('whatever the values are', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('|', '\r', '\\', '\r\nZZZ|1', '\\X0D\\', '\\.br\\', '\u000b', '\u001c\r'));
  const parts = fc.array(value, { minLength: 1, maxLength: 4 });
  const name = fc.constantFrom('PID', 'OBX', 'ZDS');

  it('reads back what was written', () => {
    fc.assert(
      fc.property(name, parts, (segmentName, values) => {
        const written = message('UNICODE UTF-8', segment(segmentName, { 3: { repetitions: [values, [values]] } }));
        const back = parseMessage(writeMessage(written));
        const meant = values.map((text) => (text === '' || text === '""' ? undefined : text));
        const [first = [], second = []] = repetitionsOf(back, `${segmentName}-3`);
        if (meant.every((text) => text === undefined)) return;
        expect(meant.map((_, index) => componentOf(first, index + 1))).toEqual(meant);
        expect(meant.map((_, index) => componentOf(second, 1, index + 1))).toEqual(meant);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('never gains a segment, a field or a frame', () => {
    fc.assert(
      fc.property(parts, (values) => {
        const bytes = writeMessage(message('UNICODE UTF-8', segment('NTE', { 1: values, 2: 'end' })));
        expect(parseMessage(bytes).segments.map(({ name: read, fields }) => [read, fields.length])).toEqual([
          ['MSH', 18],
          ['NTE', 2],
        ]);
        expect(bytes.filter((byte) => byte === 0x0d)).toHaveLength(2);
        expect(bytes.filter((byte) => byte === 0x0b || byte === 0x1c)).toHaveLength(0);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('reads any bytes or says why not, and never throws anything else', () => {
    const start = Buffer.from('MSH|^~\\&|');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...Object.keys(charsets)), (bytes, charset) => {
        const head = Buffer.from(`|||||||||||||||${charset}\r`);
        for (const received of [bytes, Buffer.concat([start, bytes]), Buffer.concat([start, head, bytes])]) {
          try {
            writeMessage(parseMessage(received));
          } catch (error) {
            expect(error).toMatchObject({ name: 'Hl7Error' });
          }
        }
      }),
      { seed, numRuns: 200 },
    );
  });
});
