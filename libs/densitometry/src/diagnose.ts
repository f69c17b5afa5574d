import type { Basis, Diagnosis, Score, SiteResult, WhoCategory, Withheld } from './assessment.js';
import { childFractures, isEstablished } from './fractures.js';
import type { UnderPolicy } from './policy/under-policy.js';
import { withoutGaps } from './without-gaps.js';
import type { JudgedRegion } from './judge-sites.js';

/** WHO: -1.0 is normal, -2.5 is osteoporosis. Decided on the score as it is printed. */
export const whoCategory = (printedTScore: number): WhoCategory => {
  if (printedTScore <= -2.5) return 'osteoporosis';
  return printedTScore < -1 ? 'low-bone-density' : 'normal';
};

/** ISCD: a Z-score of -2.0 itself is below the expected range for age. */
export const zCategory = (printedZScore: number): 'below-expected-range' | 'within-expected-range' =>
  printedZScore <= -2 ? 'below-expected-range' : 'within-expected-range';

const basisOf = ({ site, side, regions, score }: SiteResult): Basis[] =>
  score === undefined ? [] : [{ site, ...(side === undefined ? {} : { side }), region: regions, score }];

const lowest = (deciding: readonly JudgedRegion[]): Basis | undefined =>
  deciding
    .filter(({ result }) => result.usable)
    .flatMap(({ result }) => basisOf(result))
    .reduce<Basis | undefined>((low, one) => (low === undefined || one.score < low.score ? one : low), undefined);

const withheldOf = ({ result: { site, side, regions }, why }: JudgedRegion): Withheld[] =>
  why === undefined ? [] : [{ site, ...(side === undefined ? {} : { side }), region: regions, why }];

type Judged = Pick<Diagnosis, 'category' | 'rule'>;

const childsOsteoporosis = (exam: UnderPolicy, basis: Basis | undefined): Judged | undefined => {
  const fractures = childFractures(exam);
  if (fractures.vertebra) return { category: 'osteoporosis', rule: 'CHILD_VERTEBRAL_FRACTURE' };
  const low = basis !== undefined && zCategory(basis.score) === 'below-expected-range';
  return low && fractures.longBones ? { category: 'osteoporosis', rule: 'CHILD_FRACTURE_HISTORY_AND_Z' } : undefined;
};

const categoryBy = ({ kind }: Score, { score }: Basis): Diagnosis['category'] =>
  kind === 'T' ? whoCategory(score) : zCategory(score);

const ruleBy = ({ kind, rule }: Score): string => {
  if (kind === 'T') return 'WHO_LOWEST_SITE';
  return rule === 'Z_SCORE_CHILD' ? 'CHILD_LOWEST_SITE' : 'Z_LOWEST_SITE';
};

const judgedBy = (exam: UnderPolicy, score: Score, basis: Basis | undefined): Judged => {
  const byFracture = score.rule === 'Z_SCORE_CHILD' ? childsOsteoporosis(exam, basis) : undefined;
  return byFracture ?? { category: basis === undefined ? 'none' : categoryBy(score, basis), rule: ruleBy(score) };
};

/**
 * One diagnosis per patient, by the lowest score of the regions that may decide: WHO classes for T, the expected range for age for Z. A
 * child has osteoporosis only by its fractures. What could have decided and was not used makes the diagnosis provisional and is named.
 */
export const diagnose = (exam: UnderPolicy, score: Score, deciding: readonly JudgedRegion[]): Diagnosis => {
  if (score.rule === 'SEX_UNKNOWN' || score.rule === 'MENOPAUSAL_STATUS_UNKNOWN')
    return { category: 'none', rule: score.rule, why: score.rule, provisional: false };
  const withheld = deciding.flatMap(withheldOf);
  const basis = lowest(deciding);
  const { category, rule } = judgedBy(exam, score, basis);
  return withoutGaps({
    category,
    established: category === 'osteoporosis' && isEstablished(exam.input) ? (true as const) : undefined,
    basis,
    rule,
    why: category === 'none' ? ('NO_USABLE_SITE' as const) : undefined,
    provisional: withheld.length > 0,
    withheld: withheld.length > 0 ? withheld : undefined,
  });
};
