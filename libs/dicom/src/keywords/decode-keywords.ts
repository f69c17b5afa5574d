import { hexadecimal } from '../hexadecimal.js';
import { decodeText } from './character-sets.js';
import { nameOfTag, tagOfName } from './dictionary.js';
import type { Keywords, Value } from './keywords.js';
import { readElements, type RawElement } from './read-elements.js';
import { inSpecificCharacterSet, numberRules, textRules } from './value-representations.table.js';

const SPECIFIC_CHARACTER_SET = '00080005';

const isNumberVR = (vr: string): vr is keyof typeof numberRules => vr in numberRules;

const oneOrAll = <T extends string | number>(values: readonly T[]): Value => (values.length === 1 ? (values[0] ?? '') : values);

const decodeNumbers = (bytes: Buffer, vr: keyof typeof numberRules): Value => {
  const { size, kind } = numberRules[vr];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor(bytes.length / size);
  return oneOrAll(Array.from({ length: count }, (_, at) => view[`get${kind}`](at * size, true)));
};

const decodeTags = (bytes: Buffer): Value => {
  const hex = (at: number): string => hexadecimal(bytes.readUInt16LE(at));
  return oneOrAll(Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => hex(at * 4) + hex(at * 4 + 2)));
};

const NUL = 0;
const BLANK = 0x20;

/** Without a regular expression: one that begins anew at every blank takes minutes for a text that is nothing else. */
const withoutPadding = (text: string): string => {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === BLANK || text.charCodeAt(end - 1) === NUL)) end -= 1;
  return text.slice(0, end);
};

const western = ['ISO_IR 100'];

/** Padding is no part of a value (PS3.5 6.2): trailing NUL and blanks, and leading blanks where the text is not a long one. */
const decodeTexts = ({ bytes, vr }: RawElement, terms: readonly string[]): Value => {
  const text = withoutPadding(decodeText(bytes, inSpecificCharacterSet.has(vr) ? terms : western));
  if (textRules[vr]?.long) return text;
  return text.includes('\\') ? text.split('\\').map((one) => one.trim()) : text.trim();
};

const decodeValue = (element: RawElement, terms: readonly string[]): Value => {
  if (element.items !== undefined) return element.items.map((item) => decodeElements(item, terms));
  if (element.bytes.length === 0) return '';
  if (textRules[element.vr] !== undefined) return decodeTexts(element, terms);
  if (isNumberVR(element.vr)) return decodeNumbers(element.bytes, element.vr);
  return element.vr === 'AT' ? decodeTags(element.bytes) : element.bytes;
};

/** The values of Specific Character Set that these elements are read by: their own, else the inherited ones. */
export const termsOf = (elements: readonly RawElement[], inherited: readonly string[]): readonly string[] => {
  const own = elements.find(({ tag }) => tag === SPECIFIC_CHARACTER_SET);
  return own === undefined
    ? inherited
    : own.bytes
        .toString('latin1')
        .replaceAll('\0', ' ')
        .split('\\')
        .map((term) => term.trim());
};

const decodeElements = (elements: readonly RawElement[], inherited: readonly string[]): Keywords => {
  const terms = termsOf(elements, inherited);
  const keywords: Record<string, Value> = {};
  for (const element of elements) keywords[nameOfTag(element.tag)] = decodeValue(element, terms);
  return keywords;
};

/** A data set (without preamble and file meta) by keyword, up to the keyword `until`. Throws DataSetNotReadable. */
export const decodeKeywords = (dataSet: Uint8Array, transferSyntaxUID: string, { until }: { until?: string } = {}): Keywords =>
  decodeElements(readElements(dataSet, transferSyntaxUID, until === undefined ? undefined : tagOfName(until)), []);
