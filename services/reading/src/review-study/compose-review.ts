import type { reading } from '@osteon/contracts';
import type { Assessment } from '@osteon/densitometry';
import type { Review, ReviewableStudy } from './review-study.js';

const nothingSuggested: reading.ReviewContentV1['assessment'] = {
  score: { kind: 'none', rule: 'NOT_ASSESSED' },
  diagnosis: { category: 'none', rule: 'NOT_ASSESSED' },
};

/** The interval to the next exam is a site's to choose, and no source states one for all: until sites have policies it is not written into a report. */
const isReported = ({ rule }: Assessment['sentences'][number]): boolean => rule !== 'NEXT_EXAM';

/** The review as reporting receives it: the numbers that were judged, the judgement with every sentence, and the physician's own words. */
export const composeReview = (study: ReviewableStudy, review: Review, assessment: Assessment | undefined): reading.ReviewContentV1 => ({
  examId: study.examId,
  scanner: study.scan.scanner,
  ...(study.scan.performedOn ? { performedOn: study.scan.performedOn } : {}),
  scans: [...study.scan.scans],
  quality: [...review.quality],
  excluded: [...review.excluded],
  assessment: assessment ? { score: assessment.score, diagnosis: { ...assessment.diagnosis } } : nothingSuggested,
  sentences: (assessment?.sentences ?? []).filter(isReported).map((sentence) => ({ ...sentence, values: { ...sentence.values } })),
  ...(review.comment ? { comment: review.comment } : {}),
});
