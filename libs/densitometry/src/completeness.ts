import type { AssessInput } from './assess-input.js';
import type { Assessment, Diagnosis, SiteResult } from './assessment.js';

interface Judged {
  readonly input: AssessInput;
  readonly results: readonly SiteResult[];
  readonly diagnosis: Diagnosis;
}

/**
 * What a first report must have, as far as an exam with its context can show it (ISCD 2019 list of baseline report elements,
 * not re-read [M]; name, identifier and requester are the report's own).
 */
const required: readonly { readonly code: string; readonly isThere: (judged: Judged) => boolean }[] = [
  { code: 'INDICATION', isThere: ({ input }) => input.exam.indication !== undefined },
  { code: 'SCANNER_MODEL', isThere: ({ input }) => input.exam.scanner.model !== undefined },
  { code: 'SCANNER_SOFTWARE', isThere: ({ input }) => input.exam.scanner.software !== undefined },
  {
    code: 'TECHNICAL_QUALITY',
    isThere: ({ input }) => input.exam.scans.length > 0 && input.exam.scans.every((scan) => scan.quality !== undefined),
  },
  {
    code: 'SPINE_AND_HIP',
    isThere: ({ results }) => ['lumbar-spine', 'hip'].every((site) => results.some((one) => one.site === site)),
  },
  { code: 'BMD', isThere: ({ results }) => results.length > 0 && results.every(({ bmd }) => bmd !== undefined) },
  { code: 'SCORE', isThere: ({ results }) => results.some(({ score }) => score !== undefined) },
  { code: 'CLASSIFICATION', isThere: ({ diagnosis }) => diagnosis.category !== 'none' },
  { code: 'RISK_FACTORS', isThere: ({ input }) => input.intake !== undefined },
  { code: 'FRACTURE_RISK', isThere: ({ input }) => input.frax !== undefined },
  { code: 'SECONDARY_CAUSES', isThere: ({ input }) => input.intake?.secondaryCauses !== undefined },
  { code: 'NEXT_EXAM', isThere: () => false },
];

/** How many of the required elements are there, and which are not. */
export const completenessOf = (judged: Judged): Assessment['completeness'] => {
  const missing = required.filter(({ isThere }) => !isThere(judged)).map(({ code }) => code);
  return { present: required.length - missing.length, required: required.length, missing };
};
