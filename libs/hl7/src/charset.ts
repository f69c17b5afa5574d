import iconv from 'iconv-lite';
import { charsetAliases, charsets, type Charset } from './charset.table.js';
import { Hl7Error } from './hl7-error.js';

const isCharset = (name: string): name is Charset => Object.hasOwn(charsets, name);

/** The character set that MSH-18 names; 103 for one that is not read here (code extensions among them). */
export const charsetNamed = (name: string): Charset => {
  const known = charsetAliases[name] ?? name;
  if (isCharset(known)) return known;
  throw new Hl7Error('103', 'MSH-18', 'this character set is not supported');
};

/** Text of bytes; 102 where they are not of this character set, because a replaced letter is a changed name. */
export const decode = (bytes: Uint8Array, charset: Charset): string => {
  const text = iconv.decode(Buffer.from(bytes), charsets[charset], { stripBOM: false });
  if (text.includes('\uFFFD')) throw new Hl7Error('102', 'MSH-18', `bytes that ${charset} does not have`);
  return text;
};

/** Whether the character set holds every letter of the text. */
export const holds = (text: string, charset: Charset): boolean =>
  iconv.decode(iconv.encode(text, charsets[charset]), charsets[charset], { stripBOM: false }) === text;

/** Bytes of text that the character set holds. */
export const encode = (text: string, charset: Charset): Buffer => iconv.encode(text, charsets[charset]);
