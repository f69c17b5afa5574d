import type { Advice, Score, SiteResult } from './assessment.js';

/** What to do next, as far as the numbers themselves ask for it. */
export const advise = (score: Score, results: readonly SiteResult[]): Advice[] => [
  ...(score.rule === 'MENOPAUSAL_STATUS_UNKNOWN' ? [{ code: 'ANSWER_MENOPAUSAL_STATUS' as const, because: [score.rule] }] : []),
  ...(score.kind !== 'none' && results.some(({ usable, tScoreFrom }) => usable && tScoreFrom === 'none')
    ? [{ code: 'REANALYSE_AT_DEVICE' as const, because: ['NO_DEVICE_ROW_FOR_THESE_VERTEBRAE'] }]
    : []),
];
