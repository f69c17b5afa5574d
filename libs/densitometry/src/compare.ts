import { Decimal } from 'decimal.js';
import type { AssessInput } from './assess-input.js';
import type { Comparison, NotComparable, Trend } from './assessment.js';
import { yearsBetween } from './days.js';
import type { Exam } from './exam-shape.js';
import type { JudgedRegion } from './judge-sites.js';
import type { Target } from './least-significant-change.js';
import { makerOf } from './maker.js';
import { isInterpretable, measuredSites, type MeasuredSite } from './measured-site.js';
import type { UnderPolicy } from './policy/under-policy.js';
import { priorRegion } from './prior-region.js';
import { isPlausibleBmd, type Judging } from './row-values.js';
import { scaleOf, type Scale } from './scanner-scale.js';
import { isTreatedSince } from './treatments.js';
import { vertebraeOf } from './vertebrae.js';
import { withoutGaps } from './without-gaps.js';

/** A comparison with the sites it was formed from, for those who look at more than BMD. */
export interface Compared {
  readonly comparison: Comparison;
  readonly current: MeasuredSite;
  readonly prior: Exam;
  readonly priorSite?: MeasuredSite;
  readonly priorAt: string;
}

interface Context extends UnderPolicy {
  readonly sites: readonly MeasuredSite[];
  readonly regions: readonly JudgedRegion[];
  readonly judging: Judging;
}

interface Prior {
  readonly exam: Exam;
  readonly at: string;
  readonly sites: readonly MeasuredSite[];
}

/** A rate per year is not formed from less than half a year. */
const RATE_FROM_YEARS = 0.5;

const places = (value: Decimal, decimals: number): number => {
  const shown = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return shown.isZero() ? 0 : shown.toNumber();
};

/** The spine and the total hip are what is followed; the neck and the radius stand beside them. */
const isFollowed = ({ site, regions }: Target): boolean => site === 'lumbar-spine' || regions === 'total-hip';

const perYear = (change: Decimal, prior: number, years: number) =>
  years < RATE_FROM_YEARS
    ? {}
    : {
        yearlyChangeGcm2: places(change.dividedBy(years), 3),
        yearlyChangePercent: places(change.times(100).dividedBy(prior).dividedBy(years), 1),
      };

const judgedChange = (change: number, lsc: number | undefined) => {
  if (lsc === undefined) return { why: ['NO_LSC' as const] };
  const significant = Math.abs(change) >= lsc;
  const direction = change < 0 ? ('decrease' as const) : ('increase' as const);
  return { lscGcm2: lsc, significant, ...(significant ? { direction } : {}) };
};

/** Change in g/cm2 of printed values, and in percent of the prior; significant from the LSC itself on. */
const changeOf = (bmd: number, priorBmd: number, years: number, { lscGcm2, crossCalibrated }: Scale) => {
  const change = new Decimal(bmd).minus(priorBmd);
  return {
    bmd,
    priorBmd,
    changeGcm2: places(change, 3),
    changePercent: places(change.times(100).dividedBy(priorBmd), 1),
    ...judgedChange(places(change, 3), lscGcm2),
    ...perYear(change, priorBmd, years),
    crossCalibrated,
  };
};

const otherMode = (one: MeasuredSite, other: MeasuredSite | undefined): boolean =>
  other !== undefined && one.modes.length > 0 && other.modes.length > 0 && !one.modes.some((mode) => other.modes.includes(mode));

const currentReasons = (current: MeasuredSite, { result }: JudgedRegion): NotComparable[] => [
  ...(isInterpretable(current) && result.bmd !== undefined && !current.excluded.some(({ region }) => region === result.regions)
    ? []
    : ['CURRENT_NOT_INTERPRETABLE' as const]),
  ...(vertebraeOf(result.regions).length === 1 ? ['SINGLE_VERTEBRA' as const] : []),
];

/** A prior's BMD on this scale, and everything that stands against forming a difference. */
const against = (context: Context, current: MeasuredSite, region: JudgedRegion, prior: Prior) => {
  const { site, side, regions } = region.result;
  const target: Target = withoutGaps({ site, side, regions });
  const scale = scaleOf(context.input, prior.exam, target);
  const then = priorRegion(prior.sites, target, { ...context.judging, maker: makerOf(prior.exam.scanner.manufacturer) });
  const priorBmd = scale.toThisScale(then.bmd ?? 0);
  const off = then.why.length === 0 && !isPlausibleBmd(priorBmd) ? ['PRIOR_NOT_INTERPRETABLE' as const] : [];
  const mode = otherMode(current, then.site) ? ['OTHER_MODE' as const] : [];
  const why = [...scale.why, ...then.why, ...off, ...mode, ...currentReasons(current, region)];
  return { target, scale, priorBmd, priorSite: then.site, why };
};

const compareRegion = (context: Context, current: MeasuredSite, region: JudgedRegion, prior: Prior): Compared => {
  const { exam } = context.input;
  const { target, scale, priorBmd, priorSite, why } = against(context, current, region, prior);
  const years = yearsBetween(prior.exam.date, exam.date);
  const change = why.length > 0 ? { why } : changeOf(region.result.bmd ?? 0, priorBmd, years, scale);
  const comparison: Comparison = withoutGaps({
    ...target,
    priorDate: prior.exam.date,
    priorExamId: prior.exam.examId,
    followed: isFollowed(target),
    onTreatment: isTreatedSince(context, prior.exam.date) ? (true as const) : undefined,
    comparable: why.length === 0,
    ...change,
  });
  return withoutGaps({ comparison, current, prior: prior.exam, priorAt: prior.at, priorSite });
};

/** Priors newest first, whatever order they came in. */
const priorsOf = ({ priors = [] }: AssessInput): Prior[] =>
  priors
    .map((exam, index) => ({ exam, at: `/priors/${index}`, sites: measuredSites(exam, ['priors', index]) }))
    .sort((a, b) => b.exam.date.localeCompare(a.exam.date) || a.exam.examId.localeCompare(b.exam.examId));

const compared: readonly string[] = ['lumbar-spine', 'hip', 'forearm'];

/** Lumbar spine, total hip, femoral neck and, where measured, 33 % radius of this exam against each prior. */
export const compareWithPriors = (context: Context): Compared[] =>
  priorsOf(context.input).flatMap((prior) =>
    context.regions
      .filter(({ result }) => compared.includes(result.site))
      .flatMap((region) => {
        const current = context.sites.find(({ site, side }) => site === region.result.site && side === region.result.side);
        return current === undefined ? [] : [compareRegion(context, current, region, prior)];
      }),
  );

/** The values of one region over time on the scale of this exam's scanner, oldest first, this exam last: for a chart. */
export const trendsOf = (regions: readonly JudgedRegion[], comparisons: readonly Comparison[], date: string): Trend[] =>
  regions.flatMap(({ result: { site, side, regions: name, bmd } }) => {
    const earlier = comparisons
      .filter((one) => one.comparable && one.site === site && one.side === side && one.regions === name)
      .map(({ priorDate, priorBmd }) => ({ date: priorDate, bmd: priorBmd ?? 0 }));
    if (bmd === undefined || earlier.length === 0) return [];
    return [withoutGaps({ site, side, regions: name, points: [...earlier.reverse(), { date, bmd }] })];
  });
