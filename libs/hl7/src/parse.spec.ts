import { Hl7Error } from './hl7-error.js';
import { parseMessage } from './parse.js';
import { componentOf, deletes, groupsOf, read, repetitionsOf, segmentsOf } from './read.js';

const order = [
  'MSH|^~\\&|RIS|NORTH|OSTEON|NORTH|20260504073000||ORM^O01|RIS000101|P|2.3.1||||||8859/1',
  'PID|1||4711^^^NORTH^MR~99^^^CITY&1.2.3&ISO^PI||OKAFOR&VAN^ADA^MAE^^MRS||19560302|F|""',
  'ORC|NW|P7001^EMR',
  'OBR|1|P7001^EMR||77080^DXA \\T\\ more^C4',
  'OBX|1|TX|note||first\\.br\\second',
  'OBX|2|NM|8302-2^Body height^LN||162',
  'ORC|NW|P7002^EMR',
  'OBR|1|P7002^EMR',
];
const bytes = (lines: readonly string[] = order, by = '\r'): Buffer => Buffer.from(lines.map((line) => line + by).join(''), 'latin1');
const message = parseMessage(bytes());

const problemOf = (received: Uint8Array): Hl7Error => {
  try {
    parseMessage(received);
  } catch (error) {
    if (error instanceof Hl7Error) return error;
  }
  throw new Error('it was read');
};

describe('reading by position', () => {
  it('counts fields, components and subcomponents as the standard does', () => {
    expect(read(message, 'MSH-1')).toBe('|');
    expect(read(message, 'MSH-2')).toBe('^~\\&');
    expect(read(message, 'MSH-9.2')).toBe('O01');
    expect(read(message, 'PID-5.1')).toBe('OKAFOR');
    expect(read(message, 'PID-5.1.2')).toBe('VAN');
    expect(read(message, 'PID-5.5')).toBe('MRS');
  });

  it('reads repetitions of a field', () => {
    expect(read(message, 'PID-3[2].4.2')).toBe('1.2.3');
    expect(repetitionsOf(message, 'PID-3').map((id) => [componentOf(id, 1), componentOf(id, 4)])).toEqual([
      ['4711', 'NORTH'],
      ['99', 'CITY'],
    ]);
    expect(repetitionsOf(message, 'PID-13')).toEqual([]);
  });

  it('reads the second segment of a name', () => {
    expect(read(message, 'OBX[2]-5')).toBe('162');
    expect(segmentsOf(message, 'OBX').map((obx) => read(obx, 'OBX-1'))).toEqual(['1', '2']);
  });

  it('takes orders apart by ORC', () => {
    expect(groupsOf(message, 'ORC').map((group) => [read(group, 'OBR-2'), segmentsOf(group, 'OBX').length])).toEqual([
      ['P7001', 2],
      ['P7002', 0],
    ]);
  });

  it('says nothing for what is empty or absent', () => {
    expect(read(message, 'PID-5.4')).toBeUndefined();
    expect(read(message, 'PID-99[3].2.1')).toBeUndefined();
    expect(read(message, 'ZZZ[4]-1')).toBeUndefined();
  });

  it('tells a deleted value from an empty one', () => {
    expect(read(message, 'PID-9')).toBeUndefined();
    expect(deletes(message, 'PID-9')).toBe(true);
    expect(deletes(message, 'PID-10')).toBe(false);
  });

  it('calls a position that is none a mistake', () => {
    expect(() => read(message, 'PID.3')).toThrow('PID.3 is no position');
  });

  it('decodes escapes', () => {
    expect(read(message, 'OBR-4.2')).toBe('DXA & more');
    expect(read(message, 'OBX-5')).toBe('first\nsecond');
  });

  it('decodes hexadecimal and leaves what it does not know', () => {
    const odd = parseMessage(bytes([...order.slice(0, 2), 'NTE|1||a\\X0D\\b\\XE9\\c\\H\\d\\N\\e\\Zq\\f\\.in4\\g']));
    expect(read(odd, 'NTE-3')).toBe('a\rb\u00e9cde\\Zq\\f\\.in4\\g');
  });

  it('follows other delimiters', () => {
    const odd = parseMessage(bytes(['MSH*:-/+*RIS*NORTH', 'PID*1**4711:::NORTH+1-2*a/S/b']));
    expect(read(odd, 'PID-3.4.2')).toBe('1');
    expect(read(odd, 'PID-3[2]')).toBe('2');
    expect(read(odd, 'PID-4')).toBe('a:b');
  });
});

describe('what senders get wrong and is read all the same', () => {
  it.each([
    ['line feeds between segments', bytes(order, '\n')],
    ['both', bytes(order, '\r\n')],
    ['blank lines at the end', Buffer.concat([bytes(), Buffer.from('\r\r')])],
    ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes()])],
    ['no separator after the last segment', bytes().subarray(0, -1)],
  ])('%s', (_, received) => {
    expect(parseMessage(received)).toEqual(message);
  });

  it('takes a line feed inside a message with carriage returns as text', () => {
    expect(read(parseMessage(bytes([...order.slice(0, 1), 'NTE|1||a\nb'])), 'NTE-3')).toBe('a\nb');
  });
});

describe('what is not read', () => {
  it.each([
    ['no MSH', Buffer.from('PID|1'), '100', 'MSH'],
    ['nothing', Buffer.alloc(0), '100', 'MSH'],
    ['three encoding characters', Buffer.from('MSH|^~\\|RIS'), '102', 'MSH-2'],
    ['one delimiter twice', Buffer.from('MSH|^~\\^|RIS'), '102', 'MSH-2'],
    ['a letter as delimiter', Buffer.from('MSH|A~\\&|RIS'), '102', 'MSH-2'],
    ['a line that is no segment', bytes([...order, 'hello|you']), '100', 'MSH'],
    ['an unknown character set', bytes(['MSH|^~\\&|RIS|||||||||||||||KLINGON']), '103', 'MSH-18'],
    ['bytes beyond ASCII where nothing is stated', Buffer.from('MSH|^~\\&|R\u00c9|', 'latin1'), '102', 'MSH-18'],
    ['Latin 1 that says it is UTF-8', Buffer.from('MSH|^~\\&|R\u00c9|||||||||||||||UNICODE UTF-8', 'latin1'), '102', 'MSH-18'],
  ])('%s', (_, received, code, location) => {
    expect(problemOf(received)).toMatchObject({ code, location });
  });

  it('never repeats the value', () => {
    expect(problemOf(bytes([...order, 'okafor ada|you'])).message).not.toMatch(/okafor/i);
  });
});
