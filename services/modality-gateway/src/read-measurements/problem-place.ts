import { sides, valueFields, type Scan, type ValueField } from '@osteon/contracts';
import type { ReadScan } from '@osteon/results';

/** The value that a problem of the readers is about. */
export interface ProblemPlace {
  readonly site: Scan['site'];
  readonly side?: 'left' | 'right';
  readonly region: string;
  readonly field: ValueField;
}

const place = new RegExp(`^(?<region>\\S+)(?: (?<side>${sides.join('|')}))? (?<field>${valueFields.join('|')}): `);

interface Said {
  readonly side?: 'left' | 'right';
  readonly region: string;
  readonly field: ValueField;
}

const saidIn = (detail: string): Said | undefined => {
  const found = place.exec(detail)?.groups;
  const field = valueFields.find((each) => each === found?.['field']);
  const side = sides.find((each) => each === found?.['side']);
  const region = found?.['region'];
  return field === undefined || region === undefined ? undefined : { ...(side ? { side } : {}), region, field };
};

/**
 * Which value a problem has withheld: its detail begins with region, side and field. Nothing where it is about no single value, or
 * where not exactly one scan has such a region; words of a device never come out of it.
 */
export const placeOf = ({ detail = '' }: { readonly detail?: string }, scans: readonly ReadScan[]): ProblemPlace | undefined => {
  const said = saidIn(detail);
  if (!said) return undefined;
  const [scan, ...others] = scans.filter(({ side, regions }) => side === said.side && regions.some(({ region }) => region === said.region));
  return scan && others.length === 0 ? { site: scan.site, ...said } : undefined;
};
