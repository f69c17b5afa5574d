import type { Dialect } from '../consoles/dialect.js';

/** What goes wrong with a study; each of them happens at real sites. */
export const faults = [
  'swapped-patient',
  'wrong-side',
  'wrong-protocol',
  'truncated',
  'sources-disagree',
  'broken-encoding',
  'missing-scan',
  'duplicate-send',
  'second-export',
  'reanalysis',
  'late-object',
] as const;

export type Fault = (typeof faults)[number];

const objects: ReadonlySet<Fault> = new Set([
  'wrong-side',
  'wrong-protocol',
  'truncated',
  'broken-encoding',
  'duplicate-send',
  'second-export',
  'reanalysis',
  'late-object',
  'missing-scan',
  'swapped-patient',
]);

/** What can go wrong in this dialect: only two sources can disagree, and a text file has no protocol and no UID. */
export const faultsOf = (dialect: Dialect): readonly Fault[] => {
  if (dialect === 'norland-csv') return ['swapped-patient', 'wrong-side', 'truncated', 'missing-scan', 'duplicate-send'];
  return dialect === 'ge-sr' ? faults : faults.filter((fault) => objects.has(fault));
};

/** A value that may not be given, as nobody can know it: its place in the exam format. */
export interface Withheld {
  readonly site: string;
  readonly side?: string;
  readonly region: string;
  readonly value: 'bmd' | 'tScore';
}
