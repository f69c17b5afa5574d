import type { JudgedExam } from './advise.js';
import type { Advice, Assessment } from './assessment.js';
import { isOnlySuggested } from './policy/policy-text.js';

type Judged = JudgedExam & { readonly advice: readonly Advice[] };

interface Element {
  readonly code: string;
  readonly isThere: (judged: Judged) => boolean;
}

const hasReference = ({ score, sites }: Judged): boolean =>
  score.kind !== 'none' &&
  sites.some(({ rows }) => rows.some(({ row }) => (score.kind === 'T' ? row.tReference : row.zReference)));

/**
 * What a first report must have, as far as an exam with its context can show it (ISCD 2019 list of baseline report elements, not re-read
 * [M]; name, identifier and requester are the report's own). Jones 2021 counts 14 elements at baseline and 18 at follow-up [S].
 */
export const baselineElements: readonly Element[] = [
  { code: 'INDICATION', isThere: ({ input }) => input.exam.indication !== undefined },
  { code: 'SCANNER_MODEL', isThere: ({ input }) => input.exam.scanner.model !== undefined },
  { code: 'SCANNER_SOFTWARE', isThere: ({ input }) => input.exam.scanner.software !== undefined },
  {
    code: 'TECHNICAL_QUALITY',
    isThere: ({ input }) => input.exam.scans.length > 0 && input.exam.scans.every((scan) => scan.quality !== undefined),
  },
  {
    code: 'SPINE_AND_HIP',
    isThere: ({ regions, child }) =>
      (child ? ['lumbar-spine'] : ['lumbar-spine', 'hip']).every((site) => regions.some(({ result }) => result.site === site)),
  },
  {
    code: 'SIDES',
    isThere: ({ sites }) => sites.every(({ site, side }) => side !== undefined || (site !== 'hip' && site !== 'forearm')),
  },
  { code: 'BMD', isThere: ({ regions }) => regions.length > 0 && regions.every(({ result }) => result.bmd !== undefined) },
  { code: 'SCORE', isThere: ({ regions }) => regions.some(({ result }) => result.score !== undefined) },
  { code: 'SCORE_REFERENCE', isThere: hasReference },
  { code: 'CLASSIFICATION', isThere: ({ diagnosis }) => diagnosis.category !== 'none' },
  { code: 'RISK_FACTORS', isThere: ({ input }) => input.intake !== undefined },
  { code: 'FRACTURE_RISK', isThere: ({ input }) => input.frax !== undefined },
  { code: 'SECONDARY_CAUSES', isThere: ({ input }) => input.intake?.secondaryCauses !== undefined },
  {
    code: 'NEXT_EXAM',
    isThere: ({ advice, policy }) => advice.some(({ code }) => code === 'NEXT_EXAM' && !isOnlySuggested(policy, code)),
  },
];

/** What a follow-up report must have beside them [M]. */
export const followUpElements: readonly Element[] = [
  { code: 'COMPARED_PRIOR', isThere: ({ comparisons }) => comparisons.some(({ comparable }) => comparable) },
  { code: 'FACILITY_LSC', isThere: ({ comparisons }) => comparisons.some(({ lscGcm2 }) => lscGcm2 !== undefined) },
  { code: 'CHANGE_IN_GCM2', isThere: ({ comparisons }) => comparisons.some(({ changeGcm2 }) => changeGcm2 !== undefined) },
  {
    code: 'PRIOR_SCANNERS',
    isThere: ({ input }) =>
      (input.priors ?? []).every(({ scanner }) => scanner.model !== undefined && scanner.serial !== undefined),
  },
];

/** How many of the required elements are there, and which are not. */
export const completenessOf = (judged: Judged): Assessment['completeness'] => {
  const isFollowUp = (judged.input.priors ?? []).length > 0;
  const required = [...baselineElements, ...(isFollowUp ? followUpElements : [])];
  const missing = required.filter(({ isThere }) => !isThere(judged)).map(({ code }) => code);
  return { present: required.length - missing.length, required: required.length, missing };
};
