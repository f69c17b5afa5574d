import { acknowledge, rejectUnreadable, type Problem } from './acknowledge.js';
import { answersTo } from './answers.js';
import { parseMessage } from './parse.js';
import { read } from './read.js';
import { writeMessage } from './write.js';

const at = '2026-05-04T05:31:00Z';
const order = (version: string, accept = '', application = '', event = 'ORM^O01') =>
  parseMessage(Buffer.from(`MSH|^~\\&|RIS|NORTH|OSTEON|SITE|20260504073000||${event}|RIS000101|P|${version}|||${accept}|${application}||8859/1\r`));
const noPatient: Problem = { location: 'PID-3', code: '101', text: 'no identifier with an authority' };
const badHeight: Problem = { location: 'OBX[2]-5.1', code: '102', text: 'no number' };
const linesOf = (written: Parameters<typeof writeMessage>[0]): string[] => writeMessage(written).toString('latin1').split('\r').slice(0, -1);

describe('an acknowledgement', () => {
  it('turns sender and receiver round and speaks their version and character set', () => {
    expect(linesOf(acknowledge(order('2.5.1'), { code: 'AA', at }))).toEqual([
      'MSH|^~\\&|OSTEON|SITE|RIS|NORTH|20260504053100+0000||ACK^O01^ACK|RIS000101AA|P|2.5.1||||||8859/1',
      'MSA|AA|RIS000101',
    ]);
  });

  it('names problems before 2.5 in ERR-1 and MSA-3', () => {
    expect(linesOf(acknowledge(order('2.3.1'), { code: 'AE', problems: [noPatient, badHeight], at })).slice(1)).toEqual([
      'MSA|AE|RIS000101|no identifier with an authority',
      'ERR|PID^1^3^101&Required field missing&HL70357~OBX^2^5^102&Data type error&HL70357',
    ]);
  });

  it('names problems from 2.5 on in an ERR each, and not in MSA-3', () => {
    expect(linesOf(acknowledge(order('2.5'), { code: 'AE', problems: [noPatient, badHeight], at })).slice(1)).toEqual([
      'MSA|AE|RIS000101',
      'ERR||PID^1^3^1|101^Required field missing^HL70357|E||||no identifier with an authority',
      'ERR||OBX^2^5^1^1|102^Data type error^HL70357|E||||no number',
    ]);
  });

  it('points at a segment that is missing as a whole', () => {
    const problems: Problem[] = [{ location: 'OBR', code: '100', text: 'no OBR' }];
    expect(linesOf(acknowledge(order('2.5'), { code: 'AE', problems, at }))[2]).toBe('ERR||OBR^1|100^Segment sequence error^HL70357|E||||no OBR');
    expect(linesOf(acknowledge(order('2.3'), { code: 'AE', problems, at }))[2]).toBe('ERR|OBR^1^^100&Segment sequence error&HL70357');
  });

  it('can warn with a positive answer', () => {
    expect(linesOf(acknowledge(order('2.5.1'), { code: 'AA', problems: [badHeight], at }))[2]).toContain('|W|');
  });

  it('has no structure in MSH-9 before 2.3.1', () => {
    expect(linesOf(acknowledge(order('2.3'), { code: 'AA', at }))[0]).toContain('|ACK^O01|');
    expect(linesOf(acknowledge(order('2.3.1'), { code: 'AA', at }))[0]).toContain('|ACK^O01^ACK|');
    expect(read(acknowledge(order('2.3.1', '', '', 'ACK'), { code: 'AA', at }), 'MSH-9.2')).toBeUndefined();
  });

  it('keeps its own number within 20 characters', () => {
    const long = parseMessage(Buffer.from('MSH|^~\\&|RIS||||||ORM^O01|12345678901234567890|P|2.3.1'));
    expect(read(acknowledge(long, { code: 'AA', at }), 'MSH-10')).toBe('345678901234567890AA');
    expect(read(acknowledge(long, { code: 'AA', at }), 'MSA-2')).toBe('12345678901234567890');
  });

  it('rejects bytes that are no message', () => {
    expect(linesOf(rejectUnreadable({ location: 'MSH', code: '100', text: 'a message begins with MSH' }, at))).toEqual([
      'MSH|^~\\&|||||20260504053100+0000||ACK|AR|P|2.5.1',
      'MSA|AR',
      'ERR||MSH^1|100^Segment sequence error^HL70357|E||||a message begins with MSH',
    ]);
  });
});

describe('the answers that a message gets', () => {
  const codes = (message: ReturnType<typeof order>, code: 'AA' | 'AE' | 'AR', mode?: 'original' | 'as-asked') =>
    answersTo(message, { code, at }, mode).map((answer) => read(answer, 'MSA-1'));

  it('one in original mode', () => {
    expect(codes(order('2.3.1'), 'AA')).toEqual(['AA']);
    expect(codes(order('2.3.1'), 'AE')).toEqual(['AE']);
  });

  it('in enhanced mode what MSH-15 and MSH-16 ask for', () => {
    expect(codes(order('2.5.1', 'AL', 'AL'), 'AA')).toEqual(['CA', 'AA']);
    expect(codes(order('2.5.1', 'AL', 'NE'), 'AA')).toEqual(['CA']);
    expect(codes(order('2.5.1', 'NE', 'AL'), 'AR')).toEqual(['AR']);
    expect(codes(order('2.5.1', 'ER', 'SU'), 'AA')).toEqual(['AA']);
    expect(codes(order('2.5.1', 'ER', 'SU'), 'AE')).toEqual(['CE']);
    expect(codes(order('2.5.1', 'SU', 'ER'), 'AR')).toEqual(['AR']);
    expect(codes(order('2.5.1', 'AL'), 'AR')).toEqual(['CR']);
  });

  it('none where the sender wants none', () => {
    expect(codes(order('2.5.1', 'NE', 'NE'), 'AE')).toEqual([]);
  });

  it('one where the sender is configured so, whatever it asks for', () => {
    expect(codes(order('2.5.1', 'NE', 'NE'), 'AA', 'original')).toEqual(['AA']);
  });
});
