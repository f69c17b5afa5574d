import fc from 'fast-check';
import { deframer, frame } from './mllp-frames.js';

const [one, two] = [Buffer.from('MSH|1\r'), Buffer.from('MSH|2 \u001c still\r')];
const texts = (messages: readonly Buffer[]): string[] => messages.map((message) => message.toString());

describe('frames', () => {
  it('come out whole wherever the stream is cut', () => {
    const stream = Buffer.concat([frame(one), Buffer.from('\r\n\0'), frame(two), frame(Buffer.alloc(0)), frame(one)]);
    for (let cut = 0; cut <= stream.length; cut++) {
      const reader = deframer(100);
      const messages = [stream.subarray(0, cut), stream.subarray(cut)].flatMap((chunk) => reader.push(chunk).messages);
      expect(texts(messages)).toEqual([one, two, Buffer.alloc(0), one].map(String));
      expect(reader.isOpen()).toBe(false);
    }
  });

  it('come out whole byte by byte', () => {
    const reader = deframer(100);
    const messages = [...Buffer.concat([frame(one), frame(two)])].flatMap((byte) => reader.push(Buffer.from([byte])).messages);
    expect(texts(messages)).toEqual([one, two].map(String));
  });

  it('come out whole in any pieces, whatever the content', () => {
    const content = fc.array(fc.constantFrom(0x0b, 0x1c, 0x41, 0x0a), { maxLength: 8 }).map((bytes) => Buffer.from([0x4d, ...bytes, 0x5a]));
    const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(content), sizes, (contents, pieces) => {
        const reader = deframer(100);
        const found: Buffer[] = [];
        let rest = Buffer.concat(contents.map(frame));
        for (let n = 0; rest.length > 0; n++) {
          const size = pieces[n % pieces.length] ?? 1;
          found.push(...reader.push(rest.subarray(0, size)).messages);
          rest = rest.subarray(size);
        }
        expect(found).toEqual(contents);
      }),
      { seed: 20260504, numRuns: 500 },
    );
  });

  it('keep messages that came before garbage', () => {
    expect(deframer(100).push(Buffer.concat([frame(one), Buffer.from('GET / HTTP/1.1')]))).toEqual({
      messages: [one],
      trouble: 'garbage between messages',
    });
  });

  it('may be as long as the limit and not longer', () => {
    expect(deframer(one.length).push(frame(one)).messages).toEqual([one]);
    expect(deframer(one.length - 1).push(frame(one))).toEqual({ messages: [], trouble: 'message too large' });
  });

  it('end a message that never ends at the limit', () => {
    const reader = deframer(10);
    expect(reader.push(Buffer.from('\u000b12345678')).trouble).toBeUndefined();
    expect(reader.isOpen()).toBe(true);
    expect(reader.push(Buffer.from('90123')).trouble).toBe('message too large');
  });
});
