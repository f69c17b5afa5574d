import type { Basis, Diagnosis, Score, SiteResult, WhoCategory } from './assessment.js';
import type { JudgedSites } from './judge-sites.js';

/** WHO: -1.0 is normal, -2.5 is osteoporosis. Decided on the score as it is printed. */
export const whoCategory = (printedTScore: number): WhoCategory => {
  if (printedTScore <= -2.5) return 'osteoporosis';
  return printedTScore < -1 ? 'low-bone-density' : 'normal';
};

const basisOf = ({ site, side, regions, score }: SiteResult): Basis[] =>
  score === undefined ? [] : [{ site, ...(side === undefined ? {} : { side }), region: regions, score }];

const lowest = (results: readonly SiteResult[]): Basis | undefined =>
  results
    .filter(({ usable }) => usable)
    .flatMap(basisOf)
    .reduce<Basis | undefined>((low, one) => (low === undefined || one.score < low.score ? one : low), undefined);

const notSuggested = ({ rule }: Score): Diagnosis => ({
  category: 'none',
  rule,
  why: rule === 'SEX_UNKNOWN' || rule === 'MENOPAUSAL_STATUS_UNKNOWN' ? rule : 'NOT_SUGGESTED',
  provisional: false,
});

/**
 * One diagnosis per patient: the lowest T-score of lumbar spine, femoral neck and total hip of either side.
 * For a woman after menopause and a man from 50; nothing is suggested for others yet.
 */
export const diagnose = (score: Score, { results, withheld }: JudgedSites): Diagnosis => {
  if (score.rule !== 'T_SCORE_AFTER_MENOPAUSE' && score.rule !== 'T_SCORE_MEN_50') return notSuggested(score);
  const rule = 'WHO_LOWEST_SITE';
  const open = withheld.length > 0 ? { provisional: true, withheld } : { provisional: false };
  const basis = lowest(results);
  if (basis === undefined) return { category: 'none', rule, why: 'NO_USABLE_SITE', ...open };
  return { category: whoCategory(basis.score), basis, rule, ...open };
};
