/**
 * A value as it stands in the data set: text trimmed and decoded (numbers in text, DS and IS, stay text, so that nothing is
 * rounded), binary numbers as numbers, AT as eight hex digits, other bytes as they are; '' where the element is empty.
 */
export type Value = string | number | Uint8Array | readonly (string | number)[] | readonly Keywords[];

/** A data set by DICOM keyword; private and unknown elements by their tag, eight upper-case hex digits. */
export interface Keywords {
  readonly [name: string]: Value | undefined;
}

const isKeywords = (value: unknown): value is Keywords =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

/** The first value as text; absent where the element is absent or empty. */
export const textOf = (keywords: Keywords, name: string): string | undefined => {
  const value = keywords[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'number') return String(first);
  return typeof first === 'string' && first !== '' ? first : undefined;
};

/** All values as text; none where the element is absent or empty. */
export const textsOf = (keywords: Keywords, name: string): string[] => {
  const value = keywords[name];
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((one) => ((typeof one === 'string' && one !== '') || typeof one === 'number' ? [String(one)] : []));
};

/** The first value as a number (US, DS, IS ...); absent where it is absent, empty or no number in DICOM's notation. */
export const numberOf = (keywords: Keywords, name: string): number | undefined => {
  const text = textOf(keywords, name);
  return text !== undefined && /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
};

/** The bytes of a binary element; absent where it is absent or empty. */
export const bytesOf = (keywords: Keywords, name: string): Uint8Array | undefined => {
  const value = keywords[name];
  return value instanceof Uint8Array && value.length > 0 ? value : undefined;
};

/** The items of a sequence; none where it is absent or empty. */
export const itemsOf = (keywords: Keywords, name: string): readonly Keywords[] => {
  const value = keywords[name];
  return Array.isArray(value) ? value.filter(isKeywords) : [];
};

/** The first item of a sequence. */
export const itemOf = (keywords: Keywords, name: string): Keywords | undefined => itemsOf(keywords, name)[0];
