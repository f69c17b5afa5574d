import type { Region, ScoreReference } from '@osteon/contracts';
import { Decimal as Big } from 'decimal.js';
import { groupBy } from './group-by.js';
import { fields, type Decimal, type Field, type Problem, type ReadScan, type Row } from './study.js';

const rounded = ({ value }: Decimal, places: number): string => new Big(value).toFixed(places, Big.ROUND_HALF_UP);

/** The same number, written with more or fewer decimals. */
const agree = (one: Decimal, other: Decimal): boolean => {
  const places = Math.min(one.places, other.places);
  return one.value === other.value || rounded(one, places) === rounded(other, places);
};

const placeOf = ({ site, side }: Row): string => `${site} ${side ?? ''}`.trim();

const isOfSex = (row: Row, sex: ScoreReference['sex']): boolean => row.reference?.sex === sex;

/**
 * Rows of one region that say the same thing. A man's region can be there twice, against the female and the male reference:
 * then those are two rows, and a source that names none goes with the one whose T-score it has.
 */
const variantsOf = (rows: readonly Row[]): Row[][] => {
  const [female, male] = [rows.filter((row) => isOfSex(row, 'female')), rows.filter((row) => isOfSex(row, 'male'))];
  if (female.length === 0 || male.length === 0) return [[...rows]];
  const goesWithMale = ({ values }: Row): boolean =>
    male.some((row) => row.values.tScore !== undefined && values.tScore !== undefined && agree(row.values.tScore, values.tScore));
  const unnamed = rows.filter((row) => row.reference?.sex !== 'female' && row.reference?.sex !== 'male');
  return [
    [...female, ...unnamed.filter((row) => !goesWithMale(row))],
    [...male, ...unnamed.filter(goesWithMale)],
  ];
};

interface Settled {
  readonly value?: Decimal;
  readonly problem?: Problem;
}

/** One field of one region: the most precise of the values that agree, or none where two do not. */
const settle = (rows: readonly Row[], field: Field): Settled => {
  const said = rows.flatMap((row) => (row.values[field] ? [{ row, value: row.values[field] }] : []));
  const [first] = said;
  if (first === undefined) return {};
  const other = said.find(({ value }) => !agree(value, first.value));
  if (other === undefined)
    return { value: said.reduce((best, one) => (one.value.places > best.value.places ? one : best)).value };
  const words = [first, other].map(({ row, value }) => `${row.source.kind} ${value.value}`).join(', ');
  const { side, region, source } = other.row;
  const detail = `${region}${side === undefined ? '' : ` ${side}`} ${field}: ${words}`;
  return { problem: { code: 'SOURCES_DISAGREE', detail, sopInstanceUID: source.sopInstanceUID } };
};

/** The references of the scores that are there. */
const referencesOf = (rows: readonly Row[], values: object): Pick<Region, 'tReference' | 'zReference'> => {
  const tReference = rows.find((row) => row.reference !== undefined)?.reference;
  const zReference = rows.find((row) => row.zReference !== undefined)?.zReference;
  return {
    ...(tReference && 'tScore' in values ? { tReference } : {}),
    ...(zReference && 'zScore' in values ? { zReference } : {}),
  };
};

const settleRegion = (rows: readonly Row[]): { region: Region; problems: Problem[] } => {
  const settled = fields.map((field) => ({ field, ...settle(rows, field) }));
  const values = Object.fromEntries(settled.flatMap(({ field, value }) => (value === undefined ? [] : [[field, value.value]])));
  const sources = rows.map(({ source }) => source);
  return {
    region: { region: rows[0]?.region ?? '', ...values, ...referencesOf(rows, values), sources },
    problems: settled.flatMap(({ problem }) => problem ?? []),
  };
};

/** A T-score against men never decides: told where no row against the female reference stands beside it. */
const notFemale = ({ side, regions }: ReadScan): Problem[] =>
  regions
    .filter(({ region, tReference }) => {
      const beside = regions.filter((other) => other.region === region);
      return tReference?.sex === 'male' && !beside.some((other) => other.tReference?.sex === 'female');
    })
    .map(({ region, sources }) => ({
      code: 'T_REFERENCE_NOT_FEMALE',
      detail: `${region}${side === undefined ? '' : ` ${side}`}`,
      sopInstanceUID: sources?.[0]?.sopInstanceUID,
    }));

/** Scans of the rows of all sources; what two sources say differently is left out and told. */
export const crossCheck = (rows: readonly Row[]): { scans: ReadScan[]; problems: Problem[] } => {
  const problems: Problem[] = [];
  const scans = [...groupBy(rows, placeOf).values()].map((ofPlace): ReadScan => {
    const settled = [...groupBy(ofPlace, ({ region }) => region).values()].flatMap((ofRegion) =>
      variantsOf(ofRegion).map(settleRegion),
    );
    problems.push(...settled.flatMap((each) => each.problems));
    const { site, side } = ofPlace[0] ?? { site: 'lumbar-spine' as const };
    const mode = ofPlace.find((row) => row.mode !== undefined)?.mode;
    return { site, ...(side ? { side } : {}), ...(mode ? { mode } : {}), regions: settled.map(({ region }) => region) };
  });
  return { scans, problems: [...problems, ...scans.flatMap(notFemale)] };
};
