import type { reading } from '@osteon/contracts';
import type { Assessment } from '@osteon/densitometry';
import { withNames } from '../study-to-read/typed-values.js';
import type { Review, ReviewableStudy } from './review-study.js';

const nothingSuggested: reading.ReviewContentV1['assessment'] = {
  score: { kind: 'none', rule: 'NOT_ASSESSED' },
  diagnosis: { category: 'none', rule: 'NOT_ASSESSED' },
};

/** What rests on no source and no decision of a site is for the reader alone; the policy says so of its own advice. */
const isReported = ({ onlySuggested }: Assessment['sentences'][number]): boolean => onlySuggested !== true;

const ownWords = ({ settled = [], comment }: Review) => ({
  ...(settled.length > 0 ? { settled: [...settled] } : {}),
  ...(comment ? { comment } : {}),
});

/** The review as reporting receives it: the numbers that were judged, the judgement with every sentence, and the physician's own words. */
export const composeReview = (
  study: ReviewableStudy,
  review: Review,
  assessment: Assessment | undefined,
  names: ReadonlyMap<string, string>,
): reading.ReviewContentV1 => ({
  examId: study.examId,
  scanner: study.scan.scanner,
  ...(study.scan.performedOn ? { performedOn: study.scan.performedOn } : {}),
  scans: withNames(study.scan.scans, names),
  quality: [...review.quality],
  excluded: [...review.excluded],
  assessment: assessment ? { score: assessment.score, diagnosis: { ...assessment.diagnosis } } : nothingSuggested,
  sentences: (assessment?.sentences ?? []).filter(isReported).map((sentence) => ({ ...sentence, values: { ...sentence.values } })),
  ...(assessment ? { policy: assessment.policy } : {}),
  ...ownWords(review),
});
