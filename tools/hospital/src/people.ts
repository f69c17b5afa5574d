import type { NameParts } from '@osteon/hl7';

/** A patient of North Hospital who does not exist. Dates as YYYY-MM-DD, height in cm, weight in kg. */
export interface InventedPatient {
  readonly number: string;
  readonly name: NameParts;
  readonly birthDate: string;
  readonly sex: 'F' | 'M';
  readonly race?: { readonly code: string; readonly text: string };
  readonly heightCm: number;
  readonly weightKg: number;
}

const white = { code: '2106-3', text: 'White' };
const black = { code: '2054-5', text: 'Black or African American' };
const asian = { code: '2028-9', text: 'Asian' };

/** The five who come this morning; their names need four character sets. */
export const people = {
  ada: { number: '4711', name: { family: 'Okafor', given: 'Ada', middle: 'Mae', prefix: 'Ms' }, birthDate: '1956-03-02', sex: 'F', race: black, heightCm: 162, weightKg: 64 },
  juergen: { number: '4712', name: { family: 'Müller', given: 'Jürgen', prefix: 'Herr' }, birthDate: '1951-11-17', sex: 'M', race: white, heightCm: 178, weightKg: 82 },
  zofia: { number: '4713', name: { family: 'Żółkiewska', given: 'Zofia', prefix: 'Pani' }, birthDate: '1948-07-30', sex: 'F', race: white, heightCm: 158, weightKg: 59 },
  sofia: { number: '4714', name: { family: 'Παπαδοπούλου', given: 'Σοφία' }, birthDate: '1959-01-05', sex: 'F', race: white, heightCm: 160, weightKg: 68 },
  tang: { number: '4715', name: { family: 'Tang', given: 'Mei' }, birthDate: '1953-09-21', sex: 'F', race: asian, heightCm: 154, weightKg: 51 },
} as const satisfies Record<string, InventedPatient>;

/** Who asks for their scans. */
export const drLee = { id: '1003', family: 'Lee', given: 'Min', prefix: 'Dr' } as const;
