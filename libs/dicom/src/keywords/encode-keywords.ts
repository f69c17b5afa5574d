import { TransferSyntax } from '../uids.table.js';
import { encodeText } from './character-sets.js';
import { tagOfName, vrOfTag } from './dictionary.js';
import { textOf, type Keywords, type Value } from './keywords.js';
import { inSpecificCharacterSet, longLength, numberRules, textRules } from './value-representations.table.js';

/** A value that its VR cannot hold: named by its element, never by what it says. */
export class ValueNotEncodable extends Error {
  constructor(name: string, why: string) {
    super(`${name} cannot be written: ${why}`);
    this.name = 'ValueNotEncodable';
  }
}

/** How elements are written: with or without VR, and in which ONE term of Specific Character Set. */
export interface Writing {
  readonly explicit: boolean;
  readonly characterSet: string;
}

const even = (bytes: Buffer, pad: number): Buffer => (bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.of(pad)]));

const listOf = (value: Value): readonly (string | number)[] =>
  Array.isArray(value)
    ? value.filter((one) => typeof one === 'string' || typeof one === 'number')
    : [value].filter((one) => typeof one !== 'object');

const encodeNumbers = (name: string, value: Value, { size, kind }: (typeof numberRules)[keyof typeof numberRules]): Buffer => {
  const numbers = listOf(value).map(Number);
  if (numbers.some(Number.isNaN)) throw new ValueNotEncodable(name, 'not a number');
  const bytes = Buffer.alloc(numbers.length * size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  numbers.forEach((number, at) => view[`set${kind}`](at * size, number, true));
  return bytes;
};

const encodeTags = (value: Value): Buffer => Buffer.concat(listOf(value).map((tag) => tagBytes(String(tag))));

/** A backslash separates values: inside one it would make two, so it is refused (PS3.5 6.4). */
const encodeTexts = (name: string, vr: string, value: Value, characterSet: string): Buffer => {
  const texts = listOf(value).map(String);
  if (!textRules[vr]?.long && texts.some((text) => text.includes('\\')))
    throw new ValueNotEncodable(name, 'a backslash in a value');
  return even(encodeText(texts.join('\\'), inSpecificCharacterSet.has(vr) ? characterSet : 'ISO_IR 100'), vr === 'UI' ? 0 : 0x20);
};

/** An item of a sequence around elements that are encoded already. */
export const itemAround = (elements: Buffer): Buffer => Buffer.concat([tagBytes('FFFEE000'), lengthBytes(elements.length), elements]);

const encodeItems = (items: readonly Keywords[], writing: Writing): Buffer =>
  Buffer.concat(items.map((item) => itemAround(encodeElements(item, writing))));

const isItems = (value: Value): value is readonly Keywords[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && !(one instanceof Uint8Array));

const tagBytes = (tag: string): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 0);
  bytes.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 2);
  return bytes;
};

const lengthBytes = (length: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(length);
  return bytes;
};

const shortLengthBytes = (name: string, length: number): Buffer => {
  if (length > 0xfffe) throw new ValueNotEncodable(name, 'longer than its VR can say');
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(length);
  return bytes;
};

const encodeHeader = (name: string, vr: string, length: number, explicit: boolean): Buffer => {
  const tag = tagBytes(tagOfName(name));
  if (!explicit) return Buffer.concat([tag, lengthBytes(length)]);
  const named = [tag, Buffer.from(vr, 'latin1')];
  return longLength.has(vr)
    ? Buffer.concat([...named, Buffer.alloc(2), lengthBytes(length)])
    : Buffer.concat([...named, shortLengthBytes(name, length)]);
};

/** An element around a value that is encoded already. Throws ValueNotEncodable where it is longer than its VR can say. */
export const elementAround = (name: string, vr: string, bytes: Buffer, explicit: boolean): Buffer =>
  Buffer.concat([encodeHeader(name, vr, bytes.length, explicit), bytes]);

const numberRuleOf = (vr: string): (typeof numberRules)[keyof typeof numberRules] | undefined =>
  Object.entries(numberRules).find(([known]) => known === vr)?.[1];

const encodeScalars = (name: string, vr: string, value: Value, characterSet: string): Buffer => {
  if (vr === 'AT') return encodeTags(value);
  if (textRules[vr] !== undefined) return encodeTexts(name, vr, value, characterSet);
  const rule = numberRuleOf(vr);
  if (rule === undefined) throw new ValueNotEncodable(name, `a ${vr} needs bytes`);
  return encodeNumbers(name, value, rule);
};

const encodeValue = (name: string, vr: string, value: Value, writing: Writing): Buffer => {
  if (value === '') return Buffer.alloc(0);
  if (value instanceof Uint8Array) return even(Buffer.from(value), 0);
  if (vr === 'SQ' && isItems(value)) return encodeItems(value, writing);
  return encodeScalars(name, vr, value, writing.characterSet);
};

/** A private element has no VR of its own here: it is what its value is. */
const vrFor = (tag: string, value: Value): string => {
  const known = vrOfTag(tag);
  if (known !== 'UN' || value instanceof Uint8Array) return known;
  return isItems(value) ? 'SQ' : 'LT';
};

/** One element. Throws as encodeKeywords does. */
export const encodeElement = (name: string, value: Value, writing: Writing): Buffer => {
  const vr = vrFor(tagOfName(name), value);
  return elementAround(name, vr, encodeValue(name, vr, value, writing), writing.explicit);
};

const encodeElements = (keywords: Keywords, inherited: Writing): Buffer => {
  const writing = { ...inherited, characterSet: textOf(keywords, 'SpecificCharacterSet') ?? inherited.characterSet };
  const elements = Object.entries(keywords)
    .flatMap(([name, value]) => (value === undefined ? [] : [{ name, tag: tagOfName(name), value }]))
    .sort((one, other) => (one.tag < other.tag ? -1 : 1));
  return Buffer.concat(elements.map(({ name, value }) => encodeElement(name, value, writing)));
};

/**
 * A data set (without preamble and file meta) in little endian, its text in the ONE term of its Specific Character Set.
 * Throws TextNotEncodable where a letter would be lost, ValueNotEncodable where a value does not fit its VR's form.
 */
export const encodeKeywords = (keywords: Keywords, transferSyntaxUID: string): Buffer =>
  encodeElements(keywords, { explicit: transferSyntaxUID !== TransferSyntax.ImplicitVRLittleEndian, characterSet: '' });
