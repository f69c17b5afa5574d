/** Backslash separates values and control characters end them: neither can stand in a DICOM string (PS3.5 6.1.2.3, 6.2). */
const hasNoSeparator = (value: string): boolean => !/[\\\p{Cc}]/u.test(value);

const isString = (most: number) => (value: string): boolean =>
  value.trim() !== '' && [...value].length <= most && hasNoSeparator(value);

/** SH: at most 16 characters. */
export const isShortString = isString(16);

/** LO: at most 64 characters. */
export const isLongString = isString(64);

/** AE: at most 16 characters of the default repertoire, not only spaces. */
export const isApplicationEntity = (value: string): boolean => isShortString(value) && /^[\x20-\x7e]+$/.test(value);

/** UI: at most 64 characters, numbers without leading zeros between dots (PS3.5 9.1). */
export const isUniqueIdentifier = (value: string): boolean => value.length <= 64 && /^(0|[1-9]\d*)(\.(0|[1-9]\d*))+$/.test(value);
