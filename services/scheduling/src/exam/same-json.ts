import { isDeepStrictEqual } from 'node:util';

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Whether two values are one once they are stored: what is undefined is not there. */
export const sameJson = (a: unknown, b: unknown): boolean => isDeepStrictEqual(stored(a), stored(b));
