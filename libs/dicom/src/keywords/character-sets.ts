import iconv from 'iconv-lite';
import { codecOfTerm, codeSetOfEscape, type CodeSet } from './character-sets.table.js';

const ESC = 0x1b;

/** A text that Specific Character Set cannot hold, or a term that is not known: never written half. */
export class TextNotEncodable extends Error {
  constructor(readonly characterSet: string) {
    super(`the text does not fit the character set ${characterSet || '(none)'}`);
    this.name = 'TextNotEncodable';
  }
}

const codecOf = (term: string): string | undefined => codecOfTerm[term] ?? codecOfTerm[term.replace(/^ISO 2022 IR /, 'ISO_IR ')];

/** Letters of ASCII and no escape: the same in every codec but shift_jis, which has a yen sign and an overline among them. */
const isPlain = (bytes: Uint8Array): boolean => {
  for (const byte of bytes) if (byte >= 0x80 || byte === ESC) return false;
  return true;
};

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const highBits = (bytes: Uint8Array, { plane }: CodeSet): Buffer => {
  if (plane === undefined) return Buffer.from(bytes);
  const pairs = Array.from(bytes, (byte) => (byte > 0x20 ? byte | 0x80 : byte));
  return Buffer.from(plane === 'jis-x-0208' ? pairs : pairs.flatMap((byte, at) => (at % 2 === 0 ? [0x8f, byte] : [byte])));
};

/** What an escape switches to, and how many bytes it takes; an unknown one is skipped, and what follows is read as before. */
const escapeAt = (bytes: Uint8Array, at: number): { set?: CodeSet; length: number } => {
  const three = Buffer.from(bytes.subarray(at + 1, at + 4)).toString('latin1');
  for (const length of [2, 3]) {
    const set = codeSetOfEscape[three.slice(0, length)];
    if (set !== undefined) return { set, length: length + 1 };
  }
  return { length: 1 };
};

/** ISO 2022: each escape sequence begins a run in another code set (PS3.5 6.1.2.5). */
const decodeRuns = (bytes: Uint8Array, first: CodeSet): string => {
  let text = '';
  let set = first;
  let from = 0;
  for (let at = bytes.indexOf(ESC); at >= 0; at = bytes.indexOf(ESC, from)) {
    text += iconv.decode(highBits(bytes.subarray(from, at), set), set.codec);
    const escape = escapeAt(bytes, at);
    set = escape.set ?? set;
    from = at + escape.length;
  }
  return text + iconv.decode(highBits(bytes.subarray(from), set), set.codec);
};

/** Text of the bytes under the values of Specific Character Set; what cannot be read becomes U+FFFD, never another letter. */
export const decodeText = (bytes: Uint8Array, terms: readonly string[]): string => {
  const codec = codecOf(terms[0] ?? '') ?? 'ascii';
  if (codec !== 'shift_jis' && isPlain(bytes)) return asBuffer(bytes).toString('latin1');
  return bytes.includes(ESC) ? decodeRuns(bytes, { codec }) : iconv.decode(asBuffer(bytes), codec);
};

/** Bytes of the text under ONE term of Specific Character Set. Throws TextNotEncodable rather than lose a letter. */
export const encodeText = (text: string, term: string): Buffer => {
  const codec = codecOf(term);
  if (codec === undefined) throw new TextNotEncodable(term);
  const bytes = iconv.encode(text, codec);
  if (iconv.decode(bytes, codec) !== text || bytes.includes(ESC)) throw new TextNotEncodable(term);
  return bytes;
};
