import type { JudgedExam } from '../advise.js';
import type { Advice } from '../assessment.js';
import type { Facts } from './facts.js';
import type { AdviceRule, Interval } from './policy.js';

type Reason = AdviceRule['any'][number];

const holding = (reasons: readonly Reason[], facts: Facts): string[] =>
  reasons.filter(({ when }) => when.outcome(facts) === 'holds').map(({ because }) => because);

/** Why a rule of the policy gives its advice: each of `all`, and whatever of `any` holds; empty where it gives none. */
export const reasonsBy = ({ all = [], any }: AdviceRule, facts: Facts): string[] => {
  const needed = holding(all, facts);
  const found = holding(any, facts);
  return needed.length === all.length && found.length > 0 ? [...needed, ...found] : [];
};

/** Nothing where nothing was diagnosed, or a provisional diagnosis may change: no policy can say otherwise. */
export const mayHaveInterval = ({ diagnosis: { category, provisional } }: Pick<JudgedExam, 'diagnosis'>): boolean =>
  category !== 'none' && !provisional;

/** The first interval of the policy that holds. */
export const intervalBy = (rows: readonly Interval[], facts: Facts): Interval | undefined =>
  rows.find(({ when }) => when.outcome(facts) === 'holds');

/** When to measure again, as the policy says. */
export const nextExam = (exam: JudgedExam, facts: Facts): Advice[] => {
  const found = mayHaveInterval(exam) ? intervalBy(exam.policy.nextExam.rows, facts) : undefined;
  return found === undefined ? [] : [{ code: 'NEXT_EXAM', because: [found.because], months: found.months }];
};
