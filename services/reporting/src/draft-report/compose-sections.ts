import type { reading, reporting, scheduling } from '@osteon/contracts';
import { typedSentence } from '../render-report/typed-words.js';

type Section = reporting.ReportContentV1['sections'][number];
type Sentence = reading.ReviewContentV1['sentences'][number];

const written = (sentences: readonly Sentence[], section: Sentence['section']): string =>
  sentences
    .filter((sentence) => sentence.section === section)
    .map(({ text }) => text)
    .join('\n');

/** The words of a report in reading order: the assessment comes first. A section without words is left out. */
export const composeSections = (review: reading.ReviewContentV1, details: scheduling.ExamDetailsV1): Section[] =>
  [
    { title: 'Assessment', text: written(review.sentences, 'assessment') },
    { title: 'Comment', text: review.comment ?? '' },
    { title: 'Recommendation', text: written(review.sentences, 'advice') },
    { title: 'Comparison', text: written(review.sentences, 'comparison') },
    { title: 'Findings', text: written(review.sentences, 'findings') },
    { title: 'Technique', text: [written(review.sentences, 'technique'), typedSentence(review)].filter((text) => text !== '').join('\n') },
    { title: 'Indication', text: details.indication ?? '' },
    { title: 'History', text: written(review.sentences, 'history') },
  ].filter(({ text }) => text !== '');
