import { decode } from './charset.js';
import type { Charset } from './charset.table.js';

/** The five characters of MSH-1 and MSH-2 that structure a message. */
export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

/** What Osteon writes, as the standard recommends. */
export const recommended: Delimiters = { field: '|', component: '^', repetition: '~', escape: '\\', subcomponent: '&' };

const escapes: Readonly<Record<string, string>> = {
  '|': '\\F\\',
  '^': '\\S\\',
  '~': '\\R\\',
  '\\': '\\E\\',
  '&': '\\T\\',
  '\n': '\\.br\\',
};

/** Delimiters and control characters: the frame's own 0x0B, 0x1C and 0x0D among them. */
const structural = /[|^~\\&]|(?=\p{ASCII})\p{Cc}/gu;

const hex = (control: string): string => `\\X${control.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}\\`;

/** Text that can neither end its field nor its segment nor its MLLP frame (v2.5.1 ch. 2.7). A line feed becomes `\.br\`. */
export const escape = (text: string): string =>
  text.replace(structural, (character) => escapes[character] ?? hex(character));

const formatting: Readonly<Record<string, string>> = { H: '', N: '', '.br': '\n', '.sp': '\n', '.ce': '\n' };

const meaning = (sequence: string, by: Delimiters, charset: Charset): string | undefined => {
  const structure: Readonly<Record<string, string>> = {
    F: by.field,
    S: by.component,
    R: by.repetition,
    E: by.escape,
    T: by.subcomponent,
  };
  if (/^X(?:[0-9A-Fa-f]{2})+$/.test(sequence)) return decode(Buffer.from(sequence.slice(1), 'hex'), charset);
  return structure[sequence] ?? formatting[sequence];
};

const literal = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The text that was meant. A sequence that is not known (local `\Z..\`, indents) stays as it came. */
export const unescape = (text: string, by: Delimiters, charset: Charset): string => {
  if (!text.includes(by.escape)) return text;
  const mark = literal(by.escape);
  const sequences = new RegExp(`${mark}([^${mark}]*)${mark}`, 'g');
  return text.replace(sequences, (whole, sequence: string) => meaning(sequence, by, charset) ?? whole);
};
