import { charsetNamed, decode } from './charset.js';
import type { Charset } from './charset.table.js';
import { unescape, type Delimiters } from './escape.js';
import { Hl7Error } from './hl7-error.js';
import type { Field, Message, Segment } from './message.js';

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Four characters, or five since v2.7 (truncation): punctuation of ASCII, none twice. */
const areDelimiters = (field: string, encoding: string): boolean => {
  const all = [field, ...encoding.slice(0, 4)];
  return all.length === 5 && new Set(all).size === 5 && all.every((character) => /[!-/:-@[-`{-~]/.test(character));
};

const delimitersOf = (head: string): Delimiters => {
  if (!head.startsWith('MSH')) throw new Hl7Error('100', 'MSH', 'a message begins with MSH');
  const field = head.charAt(3);
  const encoding = head.slice(4).split(field, 1).join();
  if (!areDelimiters(field, encoding)) throw new Hl7Error('102', 'MSH-2', 'four different encoding characters are needed');
  return {
    field,
    component: encoding.charAt(0),
    repetition: encoding.charAt(1),
    escape: encoding.charAt(2),
    subcomponent: encoding.charAt(3),
  };
};

const statedCharset = (head: string, by: Delimiters): string | undefined => head.split(by.field)[17] || undefined;

/** A lone line feed separates segments only in a message that has no carriage return (v2.5.1 ch. 2.5.2 knows only the return). */
const linesOf = (text: string): string[] => text.split(text.includes('\r') ? /\r\n?/ : '\n');

const fieldsOf = (text: string, by: Delimiters, charset: Charset): Field =>
  text
    .split(by.repetition)
    .map((repetition) =>
      repetition.split(by.component).map((part) => part.split(by.subcomponent).map((leaf) => unescape(leaf, by, charset))),
    );

const segmentOf = (line: string, by: Delimiters, charset: Charset): Segment => {
  const [name = '', ...fields] = line.split(by.field);
  if (!/^[A-Z][A-Z0-9]{2}$/.test(name)) throw new Hl7Error('100', 'MSH', 'a line that is no segment');
  const read = fields.map((field) => fieldsOf(field, by, charset));
  if (name !== 'MSH') return { name, fields: read };
  return { name, fields: [[[[by.field]]], [[[fields[0] ?? '']]], ...read.slice(1)] };
};

/** Reads a message from its bytes; `charset` speaks for senders that leave MSH-18 empty. Throws Hl7Error with code and position. */
export const parseMessage = (received: Uint8Array, charset: Charset = 'ASCII'): Message => {
  const marked = byteOrderMark.equals(received.subarray(0, 3));
  const bytes = marked ? received.subarray(3) : received;
  const head = Buffer.from(bytes).toString('latin1').split(/[\r\n]/, 1)[0] ?? '';
  const by = delimitersOf(head);
  const stated = statedCharset(head, by) ?? (marked ? 'UNICODE UTF-8' : charset);
  const known = charsetNamed(stated);
  const lines = linesOf(decode(bytes, known)).filter((line) => line.trim() !== '');
  return { charset: known, segments: lines.map((line) => segmentOf(line, by, known)) };
};
