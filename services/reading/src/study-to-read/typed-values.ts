import type { Region, Scan, ValueField } from '@osteon/contracts';
import { printedBmd, printedScore, twoDecimals } from '@osteon/densitometry';
import type { ValueTyped } from './study-to-read.events.js';

type Typed = ValueTyped['data'];

/** Where a value stands; a man's T-score can stand twice, and `against` tells which of the two is meant. */
export type ValuePlace = Pick<Typed, 'site' | 'side' | 'region' | 'against' | 'field'>;

/** The numbers that count, and what was typed by hand that the device now contradicts. */
export interface Numbers {
  readonly scans: readonly Scan[];
  readonly contradicted: readonly Typed[];
}

const printed: Readonly<Record<ValueField, (value: number) => number | string>> = {
  bmd: printedBmd,
  bmc: twoDecimals,
  area: twoDecimals,
  tScore: printedScore,
  zScore: printedScore,
};

/** The same value to its printed decimals, or none on both sides. */
export const agree = (field: ValueField, one: number | undefined, other: number | undefined): boolean =>
  one === undefined || other === undefined ? one === other : printed[field](one) === printed[field](other);

/** Whether two places mean the same value; one that names no reference means whichever there is. */
export const isSame = (one: ValuePlace, other: ValuePlace): boolean =>
  (['site', 'side', 'region', 'field'] as const).every((part) => one[part] === other[part]) &&
  (one.against === undefined || other.against === undefined || one.against === other.against);

/** The last hand at each place. */
const inForce = (typed: readonly Typed[]): readonly Typed[] => typed.filter((each, index) => !typed.slice(index + 1).some((later) => isSame(each, later)));

const isAt = ({ site, side }: ValuePlace) => (scan: Scan): boolean => scan.site === site && scan.side === side;

/** The rows of a scan that a place means. */
export const rowsAt = (scans: readonly Scan[], place: ValuePlace): Region[] =>
  (scans.find(isAt(place))?.regions ?? []).filter(
    ({ region, tReference }) => region === place.region && (place.against === undefined || tReference?.sex === place.against),
  );

/** The value at a place; nothing where there is none. */
export const valueAt = (scans: readonly Scan[], place: ValuePlace): number | undefined =>
  rowsAt(scans, place).find((row) => row[place.field] !== undefined)?.[place.field];

const without = (row: Region, field: ValueField): Region => {
  const { [field]: _, tReference, ...rest } = row;
  return tReference === undefined || field === 'tScore' ? rest : { ...rest, tReference };
};

const withReference = (row: Region, { against, field }: ValuePlace): Region =>
  field === 'tScore' && against !== undefined && row.tReference === undefined ? { ...row, tReference: { name: 'not named', sex: against } } : row;

const withMark = (row: Region, { field, typedBy, typedAt, deviceSaid }: Typed): Region => ({
  ...row,
  typed: [
    ...(row.typed ?? []).filter((each) => each.field !== field),
    { field, by: typedBy, at: typedAt, ...(deviceSaid === undefined ? {} : { deviceSaid }) },
  ],
});

/** The row as a hand left it. */
const typedInto = (row: Region, typed: Typed): Region => {
  const { field, value } = typed;
  return withMark(value === undefined ? without(row, field) : withReference({ ...row, [field]: value }, typed), typed);
};

/** A row of the region that has no T-score yet can take one against any reference. */
const isFree = ({ region, tScore, tReference }: Region, place: ValuePlace): boolean =>
  region === place.region && place.field === 'tScore' && tScore === undefined && tReference === undefined;

const changedRows = (regions: readonly Region[], typed: Typed, change: (row: Region) => Region): Region[] => {
  const own = rowsAt([{ site: typed.site, side: typed.side, regions: [...regions] }], typed);
  const meant = own.length > 0 ? own : regions.filter((row) => isFree(row, typed)).slice(0, 1);
  if (meant.length > 0) return regions.map((row) => (meant.includes(row) ? change(row) : row));
  return typed.value === undefined ? [...regions] : [...regions, change({ region: typed.region })];
};

const changed = (scans: readonly Scan[], typed: Typed, change: (row: Region) => Region): readonly Scan[] => {
  const { site, side, value } = typed;
  if (scans.some(isAt(typed))) return scans.map((scan) => (isAt(typed)(scan) ? { ...scan, regions: changedRows(scan.regions, typed, change) } : scan));
  return value === undefined ? scans : [...scans, { site, ...(side ? { side } : {}), regions: changedRows([], typed, change) }];
};

/** True as long as the device says what it said when the value was typed, of the same measurement. */
const stands = ({ acquisitionId }: { acquisitionId: string }, typed: Typed, device: number | undefined): boolean =>
  typed.acquisitionId === acquisitionId && agree(typed.field, device, typed.deviceSaid);

/**
 * What the device sent, with what was typed by hand: the last hand at each place. Where the device has come to say the same, its own
 * value stands; where it says something new, or the scan is another one, neither counts until a person has looked.
 */
export const numbersNow = (received: { readonly acquisitionId: string; readonly scans: readonly Scan[] }, typed: readonly Typed[]): Numbers =>
  inForce(typed).reduce<Numbers>(
    ({ scans, contradicted }, each) => {
      const device = valueAt(received.scans, each);
      if (agree(each.field, device, each.value)) return { scans, contradicted };
      if (stands(received, each, device)) return { scans: changed(scans, each, (row) => typedInto(row, each)), contradicted };
      return {
        scans: changed(scans, { ...each, value: undefined }, (row) => without(row, each.field)),
        contradicted: [...contradicted, each],
      };
    },
    { scans: received.scans, contradicted: [] },
  );

/** Who typed values of these scans. */
export const typistsOf = (scans: readonly Scan[]): string[] =>
  scans.flatMap(({ regions }) => regions.flatMap(({ typed = [] }) => typed.map(({ by }) => by)));

/** The scans, whose typed values say what their typist is called. */
export const withNames = (scans: readonly Scan[], names: ReadonlyMap<string, string>): Scan[] =>
  scans.map((scan) => ({
    ...scan,
    regions: scan.regions.map(({ typed, ...row }) =>
      typed ? { ...row, typed: typed.map((each) => (names.has(each.by) ? { ...each, name: names.get(each.by) } : each)) } : row,
    ),
  }));
