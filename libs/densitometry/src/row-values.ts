import { Decimal } from 'decimal.js';
import type { Score, Site } from './assessment.js';
import { isAbove, UNSURE } from './decimals.js';
import type { FindingCode } from './findings.table.js';
import type { Row } from './exam-shape.js';
import type { Patient } from './patient-shape.js';
import { referenceMeans } from './reference-means.table.js';
import { nameOfVertebrae, vertebraeOf } from './vertebrae.js';

/** Who is judged, by which score and on whose scale. */
export interface Judging {
  readonly kind: Score['kind'];
  readonly child: boolean;
  readonly sex: Patient['sex'];
  readonly sexForZScore: Patient['sex'];
  readonly maker: string;
}

/** A number that nobody has: BMD in g/cm2 (mg, or a lost point), scores in standard deviations. */
export const plausible = { bmd: [0.05, 2.5], score: [-8, 8] } as const;

/** How far T and Z of one region lie apart before one has lost its sign, and how far T may be from its own reference. */
export const scoreTolerance = { tAboveZ: 1.5, zAboveT: 3.5, reference: 0.2 } as const;

/** A BMD in g/cm2 that somebody can have. */
export const isPlausibleBmd = (bmd: number): boolean => !outside(bmd, plausible.bmd);

const outside = (value: number | undefined, [low, high]: readonly [number, number]): boolean =>
  value !== undefined && (value < low || value > high);

const means = (site: Site, region: string, { maker }: Judging) => {
  if (site !== 'lumbar-spine' && site !== 'hip') return [];
  const name = site === 'hip' ? region : nameOfVertebrae(vertebraeOf(region));
  return referenceMeans.filter((one) => one.maker === maker && one.region === name);
};

export const isWhite = (ethnicity: string): boolean => /^(white|caucasian|c|w)\b/i.test(ethnicity.trim());

/** A row against a white female NHANES-like reference, or a woman's of which nothing is stated. */
const isFemaleReference = ({ tReference }: Row, { sex }: Judging): boolean => {
  if (tReference === undefined) return sex === 'female';
  if (!isWhite(tReference.ethnicity ?? 'white') || !/nhanes/i.test(tReference.name)) return false;
  return (tReference.sex ?? sex) === 'female';
};

const farFromReference = (site: Site, row: Row, judging: Judging): boolean => {
  const { bmd, tScore } = row;
  const known = means(site, row.region, judging).flatMap(({ means: some, sd }) => some.map((mean) => ({ mean, sd })));
  if (bmd === undefined || tScore === undefined || known.length === 0 || !isFemaleReference(row, judging)) return false;
  return known.every(({ mean, sd }) => {
    const expected = mean + tScore * sd;
    const apart = Math.abs(bmd - expected) / sd - scoreTolerance.reference;
    if (Math.abs(apart) > UNSURE) return apart > 0;
    return new Decimal(bmd).minus(mean).dividedBy(sd).minus(tScore).abs().greaterThan(scoreTolerance.reference);
  });
};

const lostSign = ({ tScore, zScore }: Row): boolean => {
  if (tScore === undefined || zScore === undefined) return false;
  return isAbove([tScore, zScore], scoreTolerance.tAboveZ) || isAbove([zScore, tScore], scoreTolerance.zAboveT);
};

export type ValueProblem = Extract<FindingCode, 'BMD_IMPLAUSIBLE' | 'SCORE_IMPLAUSIBLE' | 'SCORE_ARITHMETIC'>;

const contradicts = (site: Site, row: Row, judging: Judging): boolean =>
  !judging.child && (lostSign(row) || farFromReference(site, row, judging));

/** What is wrong with the numbers of one row, so that nothing may rest on them. A child's T is not looked at: it is not used. */
export const valueProblems = (site: Site, row: Row, judging: Judging): ValueProblem[] => {
  const scores = [row.zScore, row.heightAdjustedZ, ...(judging.child ? [] : [row.tScore])];
  const impossible: ValueProblem[] = [
    ...(outside(row.bmd, plausible.bmd) ? ['BMD_IMPLAUSIBLE' as const] : []),
    ...(scores.some((score) => outside(score, plausible.score)) ? ['SCORE_IMPLAUSIBLE' as const] : []),
  ];
  if (impossible.length > 0) return impossible;
  return contradicts(site, row, judging) ? ['SCORE_ARITHMETIC'] : [];
};
