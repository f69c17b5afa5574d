import { TransferSyntax } from '../uids.table.js';
import { tagOfNumbers, vrOfTag } from './dictionary.js';
import { knownVRs, longLength } from './value-representations.table.js';

/** One element as it stands in the bytes; a sequence has items, everything else has bytes. */
export interface RawElement {
  readonly tag: string;
  readonly vr: string;
  readonly bytes: Buffer;
  /** Header, value and delimiters, as they stand. */
  readonly whole: Buffer;
  readonly items?: readonly (readonly RawElement[])[];
}

/** The bytes are not a data set in the transfer syntax they claim, or one that nests without end. */
export class DataSetNotReadable extends Error {
  constructor(why: string, offset: number) {
    super(`data set not readable at byte ${offset}: ${why}`);
    this.name = 'DataSetNotReadable';
  }
}

const UNDEFINED = 0xffffffff;
const ITEM = 'FFFEE000';
const ITEM_END = 'FFFEE00D';
const SEQUENCE_END = 'FFFEE0DD';
const DEEPEST = 32;
/** An element of eight bytes costs some three hundred when it is read: a file of nothing else must not fill the memory. */
const MOST_ELEMENTS = 200_000;

interface Cursor {
  readonly bytes: Buffer;
  at: number;
  elementsLeft: number;
}

interface Header {
  readonly tag: string;
  readonly vr: string;
  readonly length: number;
}

interface Reading {
  readonly explicit: boolean;
  readonly depth: number;
}

const need = (cursor: Cursor, count: number, end: number): void => {
  if (cursor.at + count > end) throw new DataSetNotReadable(`${count} bytes announced, ${end - cursor.at} there`, cursor.at);
};

/** Items and elements alike. */
const count = (cursor: Cursor): void => {
  cursor.elementsLeft -= 1;
  if (cursor.elementsLeft < 0) throw new DataSetNotReadable('too many elements', cursor.at);
};

const readTag = (cursor: Cursor): string => {
  const tag = tagOfNumbers(cursor.bytes.readUInt16LE(cursor.at), cursor.bytes.readUInt16LE(cursor.at + 2));
  cursor.at += 4;
  return tag;
};

const readLength = (cursor: Cursor): number => {
  cursor.at += 4;
  return cursor.bytes.readUInt32LE(cursor.at - 4);
};

const vrByBytes = new Map([...knownVRs].map((vr) => [Buffer.from(vr, 'latin1').readUInt16LE(), vr]));

/** PS3.5 7.1: items and delimiters never have a VR. */
const readHeader = (cursor: Cursor, explicit: boolean, end: number): Header => {
  need(cursor, 8, end);
  const tag = readTag(cursor);
  if (tag.startsWith('FFFE') || !explicit) return { tag, vr: vrOfTag(tag), length: readLength(cursor) };
  const vr = vrByBytes.get(cursor.bytes.readUInt16LE(cursor.at));
  if (vr === undefined) throw new DataSetNotReadable(`no VR at ${tag}`, cursor.at);
  cursor.at += 4;
  if (!longLength.has(vr)) return { tag, vr, length: cursor.bytes.readUInt16LE(cursor.at - 2) };
  need(cursor, 4, end);
  return { tag, vr, length: readLength(cursor) };
};

const readItem = (cursor: Cursor, { tag, length }: Header, end: number, reading: Reading): RawElement[] => {
  if (tag !== ITEM) throw new DataSetNotReadable(`${tag} between items`, cursor.at);
  if (length !== UNDEFINED) need(cursor, length, end);
  return readUntil(cursor, length === UNDEFINED ? end : cursor.at + length, reading);
};

const readItems = (cursor: Cursor, length: number, end: number, reading: Reading): RawElement[][] => {
  if (reading.depth > DEEPEST) throw new DataSetNotReadable('nested too deep', cursor.at);
  const last = length === UNDEFINED ? end : cursor.at + length;
  const items: RawElement[][] = [];
  while (cursor.at < last) {
    count(cursor);
    const header = readHeader(cursor, reading.explicit, last);
    if (header.tag === SEQUENCE_END) return items;
    items.push(readItem(cursor, header, last, reading));
  }
  if (length === UNDEFINED) throw new DataSetNotReadable('sequence without its end', cursor.at);
  return items;
};

/** Encapsulated pixel data (PS3.5 A.4): fragments up to the delimiter, kept as they are. */
const readFragments = (cursor: Cursor, end: number): Buffer => {
  const from = cursor.at;
  for (;;) {
    const { tag, length } = readHeader(cursor, false, end);
    if (tag === SEQUENCE_END) return cursor.bytes.subarray(from, cursor.at - 8);
    need(cursor, length, end);
    cursor.at += length;
  }
};

interface Span {
  readonly from: number;
  readonly end: number;
}

const readValue = (cursor: Cursor, { tag, vr, length }: Header, { from, end }: Span, reading: Reading): RawElement => {
  if (length !== UNDEFINED) need(cursor, length, end);
  const { bytes, at } = cursor;
  if (vr === 'SQ' || (vr === 'UN' && length === UNDEFINED)) {
    // PS3.5 6.2.2: a sequence of unknown VR is in implicit VR whatever the transfer syntax
    const items = readItems(cursor, length, end, { explicit: reading.explicit && vr === 'SQ', depth: reading.depth + 1 });
    return { tag, vr: 'SQ', bytes: bytes.subarray(at, cursor.at), whole: bytes.subarray(from, cursor.at), items };
  }
  if (length === UNDEFINED) return { tag, vr, bytes: readFragments(cursor, end), whole: bytes.subarray(from, cursor.at) };
  cursor.at += length;
  return { tag, vr, bytes: bytes.subarray(at, cursor.at), whole: bytes.subarray(from, cursor.at) };
};

const readUntil = (cursor: Cursor, end: number, reading: Reading, until = SEQUENCE_END): RawElement[] => {
  const elements: RawElement[] = [];
  while (cursor.at < end) {
    const from = cursor.at;
    count(cursor);
    const header = readHeader(cursor, reading.explicit, end);
    if (header.tag === ITEM_END || (reading.depth === 0 && header.tag >= until)) return elements;
    elements.push(readValue(cursor, header, { from, end }, reading));
  }
  return elements;
};

/**
 * The elements of a data set in little endian, up to the tag `until` (its value need not be there any more).
 * Throws DataSetNotReadable for lengths that do not fit, unknown VRs, endless nesting and more than 200,000 elements.
 */
export const readElements = (bytes: Uint8Array, transferSyntaxUID: string, until?: string): RawElement[] => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const explicit = transferSyntaxUID !== TransferSyntax.ImplicitVRLittleEndian;
  return readUntil({ bytes: buffer, at: 0, elementsLeft: MOST_ELEMENTS }, buffer.length, { explicit, depth: 0 }, until);
};
