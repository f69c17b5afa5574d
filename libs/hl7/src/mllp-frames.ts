/** Framing of MLLP (HL7 v2.5.1 implementation guide C.4.3): 0x0B message 0x1C 0x0D. */
const start = 0x0b;
const end = Buffer.from([0x1c, 0x0d]);

/** A message in its frame. */
export const frame = (message: Uint8Array): Buffer => Buffer.concat([Buffer.from([start]), message, end]);

export type FramingTrouble = 'garbage between messages' | 'message too large';

/** What a chunk of bytes brought: whole messages, and the trouble that ends the stream. */
export interface Unframed {
  readonly messages: readonly Buffer[];
  readonly trouble?: FramingTrouble;
}

export interface Deframer {
  /** Takes bytes as they arrive, cut anywhere. After a trouble the connection has to be closed. */
  push(chunk: Buffer): Unframed;
  /** Whether a message has begun and not ended. */
  isOpen(): boolean;
}

interface Begun {
  readonly parts: Buffer[];
  size: number;
}

/** NUL, CR and LF between frames are a known habit of senders and mean nothing. */
const isFiller = (byte: number): boolean => byte === 0x00 || byte === 0x0d || byte === 0x0a;

/** How many of the bytes belong to the message that ends in them; 0 where it does not end. The end itself can be cut in two. */
const lengthToEnd = (begun: Begun, bytes: Buffer): number => {
  if (begun.parts.at(-1)?.at(-1) === end[0] && bytes[0] === end[1]) return 1;
  const at = bytes.indexOf(end);
  return at < 0 ? 0 : at + end.length;
};

/** Takes messages out of a stream of bytes and never holds more than `maxBytes` of one. */
export const deframer = (maxBytes: number): Deframer => {
  let begun: Begun | undefined;

  const push = (chunk: Buffer): Unframed => {
    const messages: Buffer[] = [];
    let rest = chunk;
    while (rest.length > 0) {
      if (begun === undefined) {
        const at = rest.findIndex((byte) => !isFiller(byte));
        if (at < 0) break;
        if (rest[at] !== start) return { messages, trouble: 'garbage between messages' };
        begun = { parts: [], size: 0 };
        rest = rest.subarray(at + 1);
        continue;
      }
      const length = lengthToEnd(begun, rest);
      const part = length === 0 ? rest : rest.subarray(0, length);
      begun.parts.push(part);
      begun.size += part.length;
      if (begun.size > maxBytes + end.length) return { messages, trouble: 'message too large' };
      if (length > 0) {
        messages.push(Buffer.concat(begun.parts).subarray(0, -end.length));
        begun = undefined;
      }
      rest = rest.subarray(part.length);
    }
    return { messages };
  };

  return { push, isOpen: () => begun !== undefined };
};
