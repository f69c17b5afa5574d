import { makerOf, referenceMeans } from '@osteon/densitometry';
import { Decimal as Big } from 'decimal.js';
import { groupBy } from './group-by.js';
import { fields, type Header, type Row } from './study.js';

/** What rounding makes of T, BMD and a mean of two places; and how far the other T must be off, so that nothing is left to choose. */
const [fits, isOff] = [0.1, 0.2];

/** Whose row it is, as the report will say it: the console has not named the population. */
const references = {
  female: { name: 'female reference, recognised by arithmetic', sex: 'female' },
  male: { name: 'male reference, beside a female one recognised by arithmetic', sex: 'male' },
} as const;

const keyOf = ({ site, side, region, source }: Row): string =>
  JSON.stringify([site, side, region, source.kind, source.sopInstanceUID, source.at]);

const isUnnamed = ({ reference, values }: Row): boolean =>
  reference?.sex === undefined && values.bmd !== undefined && values.tScore !== undefined;

/** One measurement, scored twice: everything but T is the same number. */
const isScoredTwice = (one: Row, other: Row): boolean =>
  isUnnamed(one) &&
  isUnnamed(other) &&
  fields.every((field) => field === 'tScore' || one.values[field]?.value === other.values[field]?.value);

/** How far T is from what the published female references of the maker make of BMD; none where none is known. */
const distances = ({ region, values: { bmd, tScore } }: Row, maker: string): number[] => {
  const name = region.replace(/^mean-/, '');
  const known = referenceMeans.filter((each) => each.maker === maker && each.region === name);
  if (bmd === undefined || tScore === undefined) return [];
  return known.flatMap(({ means, sd }) =>
    means.map((mean) => new Big(bmd.value).minus(mean).div(sd).minus(tScore.value).abs().toNumber()),
  );
};

/** Fits one of the means, and the other T is far from all of them. */
const isFemaleBeside = (row: Row, other: Row, maker: string): boolean =>
  distances(row, maker).some((distance) => distance <= fits) && distances(other, maker).every((distance) => distance > isOff);

const withSex = (row: Row, sex: keyof typeof references): Row => ({
  ...row,
  reference: { ...references[sex], ...row.reference, sex },
});

const nameTwo = (rows: readonly Row[], maker: string): readonly Row[] => {
  const [one, other, ...more] = rows;
  if (one === undefined || other === undefined || more.length > 0 || !isScoredTwice(one, other)) return rows;
  if (isFemaleBeside(one, other, maker)) return [withSex(one, 'female'), withSex(other, 'male')];
  if (isFemaleBeside(other, one, maker)) return [withSex(one, 'male'), withSex(other, 'female')];
  return rows;
};

/**
 * Rows with their references, where arithmetic can tell them: of a man, enCORE writes a region twice, against men and against
 * women, and does not say which is which. The T that the maker's published female reference makes of the BMD is the female one,
 * where the other cannot be. No T is made here, and where arithmetic does not settle it the rows stay as they are.
 */
export const nameReferences = (rows: readonly Row[], { sex }: Header, manufacturer: string): readonly Row[] =>
  sex === 'male' ? [...groupBy(rows, keyOf).values()].flatMap((ofRegion) => nameTwo(ofRegion, makerOf(manufacturer))) : rows;
