import type { Region, Scan, TypedValue, ValueField } from '@osteon/contracts';
import { bmdFigure, scoreFigure, sizeFigure } from './figures.js';
import { placeKey, placeName, regionName } from './site-names.js';
import type { Assessment } from './studies.api.js';
import type { TypedBefore, ValuePlace } from './value-place.js';

interface FieldWords {
  readonly name: string;
  readonly unit: string;
  readonly figure: (value: number | undefined) => string;
}

/** The values of a row: what they are called, their unit, and how they are printed. */
export const fieldWords: Readonly<Record<ValueField, FieldWords>> = {
  bmd: { name: 'BMD', unit: 'g/cm²', figure: bmdFigure },
  bmc: { name: 'BMC', unit: 'g', figure: sizeFigure },
  area: { name: 'Area', unit: 'cm²', figure: sizeFigure },
  tScore: { name: 'T', unit: '', figure: scoreFigure },
  zScore: { name: 'Z', unit: '', figure: scoreFigure },
};

/** A value as it is printed; what is not there is said. */
export const valueInWords = (field: ValueField, value: number | undefined): string =>
  value === undefined ? 'none' : fieldWords[field].figure(value);

/** `Left hip, femoral neck, T`; a man's T says against which reference. */
export const placeInWords = ({ region, field, against, ...place }: ValuePlace): string =>
  [placeName(place), regionName(region).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase()), `${fieldWords[field].name}${against === 'male' ? ' (male reference)' : ''}`].join(', ');

const typist = ({ by, name }: TypedValue): string => name ?? by;

const handOn = (row: Region, typed: TypedValue): string => {
  const done = row[typed.field] === undefined ? 'taken away' : 'typed';
  return `${fieldWords[typed.field].name} ${done} by ${typist(typed)} (device: ${valueInWords(typed.field, typed.deviceSaid)})`;
};

/** Whose hand is in a row: `T typed by Tomo Tanaka (device: −2.6)`. */
export const handsOf = (row: Region): readonly string[] => (row.typed ?? []).map((each) => handOn(row, each));

const basisRow = (scans: readonly Scan[], { diagnosis: { basis } }: Assessment): Region | undefined =>
  basis && scans.find((scan) => placeKey(scan) === placeKey(basis))?.regions.find(({ region, typed }) => region === basis.region && typed !== undefined);

/** Says so where the suggestion rests on a value that was typed by hand. */
export const handOfBasis = (scans: readonly Scan[], assessment: Assessment): string | undefined => {
  const row = basisRow(scans, assessment);
  const field = assessment.score.kind === 'Z' ? 'zScore' : 'tScore';
  const typed = row?.typed?.find((each) => each.field === field);
  return row && typed && `Rests on a value that is not the device’s: ${handOn(row, typed)}`;
};

/** One change by hand for people: where, from what to what. */
export interface HistoryLine {
  readonly key: string;
  readonly place: string;
  readonly change: string;
  readonly who: string;
  readonly at: string;
  readonly reason?: string;
}

/** All that was typed by hand, in the order of the page. */
export const historyOf = (typed: readonly TypedBefore[] = []): readonly HistoryLine[] =>
  typed.map((each, index) => ({
    key: `${each.at} ${index}`,
    place: placeInWords(each),
    change: `${valueInWords(each.field, each.before)} → ${valueInWords(each.field, each.value)}`,
    who: each.by.name ?? each.by.userId,
    at: each.at,
    reason: each.reason,
  }));
