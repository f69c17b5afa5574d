import type { Keywords, Value } from '@osteon/dicom';
import type { Chance } from './chance.js';

/** Pieces of text that have broken readers: numbers that are none, marks, tags, ends. */
const words = [
  '',
  '-',
  '--2.3',
  '\u22122.3',
  '1,023',
  '1.2.3',
  '1e999',
  'NaN',
  '0x1F',
  '9'.repeat(400),
  '0.'.padEnd(300, '0'),
  '99/99/9999',
  '00/00/0000',
  '&lt;&amp;&#x41;',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<![CDATA[',
  ']]>',
  '<ROI region="',
  '</SCAN>',
  '<a>'.repeat(50),
  '"'.repeat(40),
  '\\',
  '\0',
  '\u202e',
  '__proto__',
  'constructor',
  'ResultsTable1[ 999][ 999] = "',
  '[ 0][ 0]',
  'Neck Left',
  'Trend L1-L4',
  'L1-L4,'.repeat(60),
  '\r\n',
  ';',
  ','.repeat(200),
];

const bytesThatMatter = [0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff];

const cut = (text: string, chance: Chance): [string, string, string] => {
  const [one, other] = [chance.below(text.length + 1), chance.below(text.length + 1)];
  const [from, to] = [Math.min(one, other), Math.min(Math.max(one, other), Math.min(one, other) + 200)];
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
};

const token = (text: string, chance: Chance): [string, string, string] => {
  const at = chance.below(text.length + 1);
  const from = text.slice(0, at).search(/[^<>"= ]*$/);
  const length = text.slice(from).search(/[<>"= ]|$/);
  return [text.slice(0, from), text.slice(from, from + length), text.slice(from + length)];
};

const textMutations: readonly ((text: string, chance: Chance) => string)[] = [
  (text, chance) => text.slice(0, chance.below(text.length + 1)),
  (text, chance) => {
    const [before, piece, after] = cut(text, chance);
    return before + piece.repeat(chance.below(6)) + after;
  },
  (text, chance) => {
    const [before, , after] = token(text, chance);
    return before + chance.pick(words) + after;
  },
  (text, chance) => {
    const [before, piece, after] = token(text, chance);
    return before + piece.split('').toReversed().join('') + after;
  },
  (text, chance) => {
    const [[before, piece, after], at] = [cut(text, chance), chance.below(text.length + 1)];
    return (before + after).slice(0, at) + piece + (before + after).slice(at);
  },
  (text, chance) => {
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + String.fromCharCode(chance.below(0x300)) + text.slice(at + 1);
  },
];

/** A text with one to four changes: cut, repeated, moved, a token replaced by one that has broken readers. */
export const mutateText = (text: string, chance: Chance): string => {
  let mutated = text;
  for (let left = 1 + chance.below(4); left > 0; left -= 1)
    mutated = chance.pick(textMutations)(mutated, chance).slice(0, 200_000);
  return mutated;
};

const byteMutations: readonly ((bytes: Buffer, chance: Chance) => Buffer)[] = [
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1)),
  (bytes, chance) => {
    bytes[chance.below(bytes.length)] = chance.pick(bytesThatMatter);
    return bytes;
  },
  (bytes, chance) => {
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
    return bytes;
  },
  (bytes, chance) => {
    const at = chance.below(Math.max(1, bytes.length - 4));
    if (at + 4 <= bytes.length) bytes.writeUInt32LE(chance.pick([0, 1, 0xffff, 0xfffffffe, 0xffffffff, bytes.length]), at);
    return bytes;
  },
  (bytes, chance) => {
    const [from, to] = [chance.below(bytes.length), chance.below(bytes.length)];
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to, to + 64), bytes.subarray(from)]);
  },
  (bytes, chance) => {
    const from = chance.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + chance.below(16))]);
  },
];

/** Bytes with one to six changes: bits, lengths, cuts, pieces moved. The first 132 bytes stay half of the time, so that a file stays one. */
export const mutateBytes = (bytes: Uint8Array, chance: Chance): Buffer => {
  const keep = chance.below(2) === 0 ? Math.min(132, bytes.length) : 0;
  let mutated = Buffer.from(bytes.subarray(keep));
  for (let left = 1 + chance.below(6); left > 0 && mutated.length > 0; left -= 1)
    mutated = Buffer.from(chance.pick(byteMutations)(mutated, chance));
  return Buffer.concat([bytes.subarray(0, keep), mutated]);
};

const isItems = (value: Value | undefined): value is readonly Keywords[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object');

const mutateItems = (items: readonly Keywords[], chance: Chance): readonly Keywords[] => {
  const at = chance.below(items.length);
  const item = items[at] ?? {};
  const change = chance.below(5);
  if (change === 0) return items.toSpliced(at, 1);
  if (change === 1) return [...items, item, item];
  if (change === 2) return items.toReversed();
  return items.with(at, mutateKeywords(item, chance));
};

/** A data set with one change somewhere in its tree: an element dropped, emptied, of another kind, an item gone or doubled. */
export const mutateKeywords = (keywords: Keywords, chance: Chance): Keywords => {
  const names = Object.keys(keywords);
  if (names.length === 0) return { TextValue: chance.pick(words) };
  const name = chance.pick(names);
  const value = keywords[name];
  if (isItems(value) && chance.below(8) > 0) return { ...keywords, [name]: mutateItems(value, chance) };
  const others: Value[] = ['', chance.below(1000), Uint8Array.of(1, 2), [keywords], chance.pick(words)];
  const text = typeof value === 'string' && chance.below(2) === 0 ? mutateText(value, chance) : chance.pick(others);
  return { ...keywords, [name]: chance.below(6) === 0 ? undefined : text };
};
