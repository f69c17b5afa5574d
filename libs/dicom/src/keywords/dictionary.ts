import { data } from 'dcmjs';
import { hexadecimal } from '../hexadecimal.js';

/** An element as PS3.6 lists it: tag as eight upper-case hex digits. */
export interface DictionaryEntry {
  readonly tag: string;
  readonly keyword: string;
  readonly vr: string;
}

/** Elements whose VR depends on others: what they are read and written as here. */
const settled: Readonly<Record<string, string>> = { ox: 'OW', xs: 'US', up: 'UL', lt: 'OW', na: 'UN' };

const entries = Object.values(data.DicomMetaDictionary.nameMap).map(({ tag, vr, name }) => ({
  tag: tag.replace(/[(),]/g, '').toUpperCase(),
  keyword: name.replace(/^RETIRED_/, ''),
  vr: settled[vr] ?? vr,
}));

const byTag = new Map<string, DictionaryEntry>(entries.map((entry) => [entry.tag, entry]));
const byKeyword = new Map<string, DictionaryEntry>(entries.map((entry) => [entry.keyword, entry]));

const tagByNumber = new Map<number, string>(
  entries.flatMap(({ tag }): [number, string][] => (/^[0-9A-F]{8}$/.test(tag) ? [[Number.parseInt(tag, 16), tag]] : [])),
);

/** A tag of its group and element: the string of the dictionary where it has one, for a file has thousands of the same few. */
export const tagOfNumbers = (group: number, element: number): string =>
  tagByNumber.get(group * 0x10000 + element) ?? hexadecimal(group) + hexadecimal(element);

const isPrivate = (tag: string): boolean => Number.parseInt(tag.slice(3, 4), 16) % 2 === 1;

/** The VR of a tag where the transfer syntax does not say it (PS3.5 7.8.1 for private creators); UN where nobody knows. */
export const vrOfTag = (tag: string): string => {
  if (tag.endsWith('0000')) return 'UL';
  if (isPrivate(tag)) return /00[1-9A-F][0-9A-F]$/.test(tag) ? 'LO' : 'UN';
  return byTag.get(tag)?.vr ?? 'UN';
};

/** The keyword of a tag, or the tag itself where the dictionary has none: private elements keep their tag as their name. */
export const nameOfTag = (tag: string): string => byTag.get(tag)?.keyword ?? tag;

/** The tag of a keyword, or of a name that is a tag itself. Throws for a word that is neither. */
export const tagOfName = (name: string): string => {
  const tag = byKeyword.get(name)?.tag ?? (/^[0-9A-F]{8}$/.test(name) ? name : undefined);
  if (tag === undefined) throw new Error(`${name} is neither a DICOM keyword nor a tag`);
  return tag;
};
