import type { AssessInput } from './assess-input.js';
import type { Advice, Diagnosis } from './assessment.js';
import { isTreated } from './treatments.js';

interface Known {
  readonly input: AssessInput;
  readonly diagnosis: Diagnosis;
  readonly child: boolean;
}

interface Interval {
  readonly because: string;
  readonly months: number;
  readonly holds: (known: Known) => boolean;
}

/** Prednisone of 5 mg or more a day for 3 months or more. */
export const takesGlucocorticoids = ({ intake }: AssessInput): boolean =>
  (intake?.glucocorticoids?.prednisoneMgPerDay ?? 0) >= 5 && (intake?.glucocorticoids?.months ?? 0) >= 3;

/**
 * Intervals of the default policy, the first that holds counts. A year after a start or change and sooner on glucocorticoids is well known,
 * the rest is common practice; none was read in a source [M].
 */
export const nextExamTable: readonly Interval[] = [
  { because: 'CHILD', months: 12, holds: ({ child }) => child },
  { because: 'GLUCOCORTICOIDS', months: 12, holds: ({ input }) => takesGlucocorticoids(input) },
  { because: 'ON_TREATMENT', months: 12, holds: ({ input }) => isTreated(input.intake, input.exam.date) },
  { because: 'OSTEOPOROSIS', months: 12, holds: ({ diagnosis }) => diagnosis.category === 'osteoporosis' },
  {
    because: 'LOW_BONE_DENSITY_T_BELOW_MINUS_2',
    months: 24,
    holds: ({ diagnosis }) => diagnosis.category === 'low-bone-density' && (diagnosis.basis?.score ?? 0) <= -2,
  },
  { because: 'LOW_BONE_DENSITY', months: 36, holds: ({ diagnosis }) => diagnosis.category === 'low-bone-density' },
  { because: 'NORMAL', months: 60, holds: ({ diagnosis }) => diagnosis.category === 'normal' },
  { because: 'BELOW_EXPECTED_RANGE', months: 12, holds: ({ diagnosis }) => diagnosis.category === 'below-expected-range' },
  { because: 'WITHIN_EXPECTED_RANGE', months: 60, holds: ({ diagnosis }) => diagnosis.category === 'within-expected-range' },
];

/** When to measure again; nothing where nothing was diagnosed or a provisional diagnosis may change. */
export const nextExam = (known: Known): Advice[] => {
  const { category, provisional } = known.diagnosis;
  const found = category === 'none' || provisional ? undefined : nextExamTable.find(({ holds }) => holds(known));
  return found === undefined ? [] : [{ code: 'NEXT_EXAM', because: [found.because], months: found.months }];
};
