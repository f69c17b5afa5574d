import { TextNotEncodable } from '../keywords/character-sets.js';
import { termsOf } from '../keywords/decode-keywords.js';
import { tagOfName } from '../keywords/dictionary.js';
import { elementAround, encodeElement, encodeKeywords, itemAround, type Writing } from '../keywords/encode-keywords.js';
import { elementsInUtf8 } from '../keywords/in-utf-8.js';
import type { Keywords } from '../keywords/keywords.js';
import { readElements, type RawElement } from '../keywords/read-elements.js';
import { splitPart10 } from '../part10.js';
import { TransferSyntax } from '../uids.table.js';

/** New values for attributes of an object, and what the copy says of the change (PS3.3 C.12.1.1.9). */
export interface Replacement {
  /** By keyword, on the top level; '' empties. */
  readonly values: Keywords;
  /** What says something about the old values only. */
  readonly removed?: readonly string[];
  /** ISO 8601 in UTC, with milliseconds. */
  readonly modifiedAt: string;
  readonly modifyingSystem: string;
  /** Where the previous values came from; may be empty. */
  readonly sourceOfPreviousValues: string;
  /** CORRECT: they were wrong. COERCE: they were brought in line. */
  readonly reason: 'COERCE' | 'CORRECT';
}

interface Element {
  readonly tag: string;
  readonly whole: Buffer;
}

const ORIGINAL_ATTRIBUTES = '04000561';
const wholeOf = (elements: readonly Element[]): Buffer => Buffer.concat(elements.map(({ whole }) => whole));

const newElements = (values: Keywords, writing: Writing): Element[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ tag: tagOfName(name), whole: encodeElement(name, value, writing) }],
  );

const dateTime = (instant: string): string => `${instant.replace(/[-:TZ]/g, '')}+0000`;

/** What was there before stands as it stood, byte for byte; what was not there is not named. */
const entryOf = (previous: readonly Element[], said: Replacement, explicit: boolean): Buffer => {
  const modified = elementAround('ModifiedAttributesSequence', 'SQ', itemAround(wholeOf(previous)), explicit);
  const about = encodeKeywords(
    {
      AttributeModificationDateTime: dateTime(said.modifiedAt),
      ModifyingSystem: said.modifyingSystem,
      SourceOfPreviousValues: said.sourceOfPreviousValues,
      ReasonForTheAttributeModification: said.reason,
    },
    explicit ? TransferSyntax.ExplicitVRLittleEndian : TransferSyntax.ImplicitVRLittleEndian,
  );
  return itemAround(Buffer.concat([modified, about]));
};

/** Earlier changes stay named before this one. */
const originalAttributes = (earlier: RawElement | undefined, entry: Buffer, explicit: boolean): Element => {
  const items = (earlier?.items ?? []).map((item) => itemAround(wholeOf(item)));
  return { tag: ORIGINAL_ATTRIBUTES, whole: elementAround(ORIGINAL_ATTRIBUTES, 'SQ', Buffer.concat([...items, entry]), explicit) };
};

/** A group's length (retired) is wrong once something in it has changed. */
const isLengthOf = (groups: ReadonlySet<string>, tag: string): boolean => tag.endsWith('0000') && groups.has(tag.slice(0, 4));

/** The elements as they were, and as they are kept. */
interface Before {
  readonly was: readonly RawElement[];
  readonly kept: readonly RawElement[];
}

const edited = ({ was, kept }: Before, said: Replacement, writing: Writing): Buffer => {
  const fresh = newElements(said.values, writing);
  const touched = new Set([...fresh.map(({ tag }) => tag), ...(said.removed ?? []).map(tagOfName)]);
  const groups = new Set([...touched, ORIGINAL_ATTRIBUTES].map((tag) => tag.slice(0, 4)));
  const untouched = kept.filter(({ tag }) => !touched.has(tag) && tag !== ORIGINAL_ATTRIBUTES && !isLengthOf(groups, tag));
  const entry = entryOf(was.filter(({ tag }) => touched.has(tag)), said, writing.explicit);
  const original = originalAttributes(kept.find(({ tag }) => tag === ORIGINAL_ATTRIBUTES), entry, writing.explicit);
  return wholeOf([...untouched, ...fresh, original].sort((one, other) => (one.tag < other.tag ? -1 : 1)));
};

const inOwnCharacterSet = (was: readonly RawElement[], said: Replacement, explicit: boolean): Buffer =>
  edited({ was, kept: was }, said, { explicit, characterSet: termsOf(was, [])[0] ?? '' });

const inUtf8 = (was: readonly RawElement[], said: Replacement, explicit: boolean): Buffer => {
  const values = { ...said.values, SpecificCharacterSet: 'ISO_IR 192' };
  return edited({ was, kept: elementsInUtf8(was, [], explicit) }, { ...said, values }, { explicit, characterSet: 'ISO_IR 192' });
};

/**
 * A copy of a DICOM file with other values, its UIDs kept and what was replaced named in Original Attributes Sequence. All other
 * elements, private ones and pixel data are copied byte for byte; only where the object's character set cannot hold a new value,
 * its texts are written again in ISO_IR 192. The same input is the same file. Throws NotPart10, DataSetNotReadable or ValueNotEncodable.
 */
export const replaceAttributes = (file: Uint8Array, said: Replacement): Buffer => {
  const { dataSet, transferSyntaxUID } = splitPart10(file);
  const explicit = transferSyntaxUID !== TransferSyntax.ImplicitVRLittleEndian;
  const elements = readElements(dataSet, transferSyntaxUID, tagOfName('PixelData'));
  const around = (head: Buffer): Buffer =>
    Buffer.concat([file.subarray(0, file.length - dataSet.length), head, dataSet.subarray(wholeOf(elements).length)]);
  try {
    return around(inOwnCharacterSet(elements, said, explicit));
  } catch (error) {
    if (error instanceof TextNotEncodable) return around(inUtf8(elements, said, explicit));
    throw error;
  }
};
