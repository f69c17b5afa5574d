import { decodeText, encodeText } from './character-sets.js';
import { termsOf } from './decode-keywords.js';
import { elementAround, itemAround } from './encode-keywords.js';
import type { RawElement } from './read-elements.js';
import { inSpecificCharacterSet } from './value-representations.table.js';

const ESC = 0x1b;

/** Letters of the default repertoire are the same bytes in every character set. */
const isPlain = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80 && byte !== ESC);

const even = (bytes: Buffer): Buffer => (bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.of(0x20)]));

/** PS3.5 6.2.2: what is inside a sequence of unknown VR is nobody's to rewrite. */
const isUnknown = ({ whole }: RawElement, explicit: boolean): boolean => explicit && whole.toString('latin1', 4, 6) === 'UN';

const elementInUtf8 = (element: RawElement, terms: readonly string[], explicit: boolean): RawElement => {
  const { tag, vr, items } = element;
  if (isUnknown(element, explicit)) return element;
  if (items !== undefined) {
    const inside = items.map((item) => elementsInUtf8(item, terms, explicit));
    const bytes = Buffer.concat(inside.map((item) => itemAround(Buffer.concat(item.map(({ whole }) => whole)))));
    return { ...element, items: inside, bytes, whole: elementAround(tag, 'SQ', bytes, explicit) };
  }
  if (!inSpecificCharacterSet.has(vr) || isPlain(element.bytes)) return element;
  const bytes = even(encodeText(decodeText(element.bytes, terms), 'ISO_IR 192'));
  return { ...element, bytes, whole: elementAround(tag, vr, bytes, explicit) };
};

/**
 * The same elements with their texts in ISO_IR 192 and without Specific Character Set, which the data set around them has to
 * state. What holds nothing but letters of the default repertoire stays as it is, byte for byte.
 */
export const elementsInUtf8 = (elements: readonly RawElement[], inherited: readonly string[], explicit: boolean): RawElement[] => {
  const terms = termsOf(elements, inherited);
  return elements.filter(({ tag }) => tag !== '00080005').map((element) => elementInUtf8(element, terms, explicit));
};
