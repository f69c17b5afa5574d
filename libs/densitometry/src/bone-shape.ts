import { ADULT_FROM, ageOn } from './age.js';
import type { AssessInput } from './assess-input.js';
import type { Finding } from './assessment.js';
import { yearsBetween } from './days.js';
import type { Exam, Row } from './exam-shape.js';
import { finding } from './finding.js';
import { vertebraeLeft } from './judge-sites.js';
import { isInterpretable, measuredSites, type MeasuredSite } from './measured-site.js';
import { isSameScanner } from './scanner-scale.js';

/**
 * Standard deviations, as natural logarithms, of the difference between two exams of one person on one scanner. BMD: 1.4 times the least
 * precision that ISCD accepts [M], and what bone changes in a year [M]. Area: more than 2 % apart in 22 to 46 % of pairs (JCD 2005) [S] for
 * the total hip; single vertebra and neck assumed [M].
 */
export const pairDeviation = {
  vertebraArea: 0.036,
  neckArea: 0.032,
  hipArea: 0.022,
  vertebraBmd: 0.03,
  spineBmd: 0.027,
  neckBmd: 0.035,
  hipBmd: 0.025,
  perYear: 0.012,
} as const;

/** One measure counts for no more than three standard deviations: a bad position of one site is no other person. */
const MOST_OF_ONE = 9;
/** Fewer measures, or fewer areas, say too little about a person. */
const LEAST = { measures: 6, areas: 3 } as const;
/** So many standard deviations above its mean the sum of squares must lie; fixed by `npm run bench:identity` on seed 1. */
const MARGIN = 7;

interface Measure {
  readonly is: 'area' | 'bmd';
  /** Difference by its standard deviation. */
  readonly z: number;
}

const isPair = (pair: readonly (number | undefined)[]): boolean => pair.every((value) => value !== undefined && value > 0);

const logarithm = ([now, then]: readonly (number | undefined)[]): number => Math.log((now ?? 1) / (then ?? 1));

/** The row of a region where it was given once. */
const rowOf = ({ rows }: MeasuredSite, region: string): Row | undefined => {
  const same = rows.filter(({ row }) => row.region === region);
  return same.length === 1 ? same[0]?.row : undefined;
};

const differences = (one: MeasuredSite, other: MeasuredSite, regions: readonly string[], of: 'area' | 'bmd'): number[] =>
  regions
    .map((region) => [rowOf(one, region)?.[of], rowOf(other, region)?.[of]])
    .filter(isPair)
    .map(logarithm);

const measures = (is: Measure['is'], values: readonly number[], deviation: number): Measure[] =>
  values.map((value) => ({ is, z: value / deviation }));

const withYears = (deviation: number, years: number): number => Math.hypot(deviation, pairDeviation.perYear * years);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Size of each vertebra, the pattern of BMD between them, and their BMD as a whole. */
const ofSpines = (now: MeasuredSite, then: MeasuredSite, years: number): Measure[] => {
  const before = vertebraeLeft(then);
  const vertebrae = vertebraeLeft(now).filter((vertebra) => before.includes(vertebra));
  const bmd = differences(now, then, vertebrae, 'bmd');
  const pattern = bmd.length > 1 ? bmd.map((value) => value - mean(bmd)) : [];
  return [
    ...measures('area', differences(now, then, vertebrae, 'area'), pairDeviation.vertebraArea),
    ...measures('bmd', pattern, pairDeviation.vertebraBmd),
    ...measures('bmd', bmd.length > 1 ? [mean(bmd)] : [], withYears(pairDeviation.spineBmd, years)),
  ];
};

const ofHips = (now: MeasuredSite, then: MeasuredSite, years: number): Measure[] => [
  ...measures('area', differences(now, then, ['femoral-neck'], 'area'), pairDeviation.neckArea),
  ...measures('area', differences(now, then, ['total-hip'], 'area'), pairDeviation.hipArea),
  ...measures('bmd', differences(now, then, ['femoral-neck'], 'bmd'), withYears(pairDeviation.neckBmd, years)),
  ...measures('bmd', differences(now, then, ['total-hip'], 'bmd'), withYears(pairDeviation.hipBmd, years)),
];

const against = (now: readonly MeasuredSite[], then: readonly MeasuredSite[], years: number): Measure[] =>
  now.filter(isInterpretable).flatMap((site) => {
    const same = then.find((one) => one.site === site.site && one.side === site.side && isInterpretable(one));
    if (same === undefined) return [];
    if (site.site === 'lumbar-spine') return ofSpines(site, same, years);
    return site.site === 'hip' && site.side !== undefined ? ofHips(site, same, years) : [];
  });

/** What the sum of so many squares stays under in one person. */
const allowedSum = (count: number): number => count + MARGIN * Math.sqrt(2 * count);

const isEnough = (all: readonly Measure[]): boolean =>
  all.length >= LEAST.measures && all.filter(({ is }) => is === 'area').length >= LEAST.areas;

const judged = (all: readonly Measure[], at: string, priorDate: string): Finding[] => {
  const squares = all.reduce((sum, { z }) => sum + Math.min(z * z, MOST_OF_ONE), 0);
  const allowed = allowedSum(all.length);
  if (!isEnough(all) || squares <= allowed) return [];
  const shown = { measures: all.length, squares: Number(squares.toFixed(1)), allowed: Number(allowed.toFixed(1)), priorDate };
  return [finding('IDENTITY_BONE_SHAPE', at, shown)];
};

const fits = (prior: Exam, { exam, patient }: AssessInput): boolean =>
  isSameScanner(prior.scanner, exam.scanner) && ageOn(prior.date, patient.birthDate) >= ADULT_FROM;

/**
 * Whether size and density of many bones together are still those of the person of each prior on the same scanner, where each alone may
 * be within what is allowed.
 */
export const boneShapeFindings = (input: AssessInput, sites: readonly MeasuredSite[]): Finding[] =>
  (input.priors ?? []).flatMap((prior, index) => {
    if (!fits(prior, input)) return [];
    const years = Math.abs(yearsBetween(prior.date, input.exam.date));
    return judged(against(sites, measuredSites(prior), years), `/priors/${index}`, prior.date);
  });
