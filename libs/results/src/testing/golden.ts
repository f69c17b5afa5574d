import type { ResultsObject } from '../object-read.js';
import { seeds } from '../fuzz/seeds.js';

const named = (name: string, bytes: Uint8Array): ResultsObject => ({ sopInstanceUID: name, bytes });

const file = (at: number): Uint8Array => seeds.files[at] ?? Buffer.alloc(0);

/** One study of each dialect; what the readers make of it lies in `golden/`, looked at by eye. */
export const goldenObjects: Readonly<Record<string, readonly ResultsObject[]>> = {
  'ge-xml': [named('1.2.3.1', file(0))],
  'ge-xml-older': [named('1.2.3.1', file(1))],
  'ge-sr': [named('1.2.3.9', file(2))],
  sr: [named('1.2.3.9', file(3))],
  'hologic-private': [named('1.2.5.1', file(4))],
  csv: [named('export.csv', Buffer.from(seeds.csv[0] ?? ''))],
  norland: [named('norland.csv', Buffer.from(seeds.csv[1] ?? ''))],
};
