import { context, drKim, drLee, drSilva, given } from '@osteon/testing';
import { arrived, assessed, claimedByLee, expected, object, received, reviewedByLee } from '../testing/exam-a1.story.js';
import type { StudyToRead } from '../study-to-read/study-to-read.js';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { studies } from '../study-to-read/study-to-read.refusals.js';
import { reviewStudy, type ComposedReview, type Review } from './review-study.js';

const adequate: Review['quality'] = [
  { site: 'lumbar-spine', status: 'adequate' },
  { site: 'hip', side: 'left', status: 'adequate' },
];
const review: Review & ComposedReview = {
  quality: adequate,
  excluded: [],
  assessmentHash: '2'.repeat(64),
  content: object('reading', '3'),
  acquisitionId: received.acquisitionId,
  category: 'osteoporosis',
};
const reviewed = (change: Partial<Review & ComposedReview>, by = drLee) => (study: StudyToRead) => reviewStudy(study, { ...review, ...change }, context(by));
const claimed = [expected, arrived, assessed, claimedByLee] as const;
const signed = {
  type: 'StudySigned',
  data: { reportId: 'r', revision: 1, signedBy: 'dr-lee', signedAt: '2026-03-02T09:05:00.000Z', source: { subject: 'report-r', streamVersion: 3 } },
} as const;

describe('reviewing a scan', () => {
  it('makes a review that names the scan and its content', () => {
    given(studyToRead, ...claimed).when(reviewed({})).then(reviewedByLee);
  });

  it('counts the reviews of one exam', () => {
    given(studyToRead, ...claimed, reviewedByLee)
      .when(reviewed({}))
      .then({ type: 'StudyReviewed', data: { ...reviewedByLee.data, reviewVersion: 2 } });
  });

  it('refuses where the quality of one scan is not stated, and names it', () => {
    given(studyToRead, ...claimed)
      .when(reviewed({ quality: adequate.slice(0, 1) }))
      .thenRefused(studies.QUALITY_NOT_STATED, { scans: 'hip left' });
  });

  it('refuses the quality of a scan that was not made', () => {
    given(studyToRead, ...claimed)
      .when(reviewed({ quality: [...adequate, { site: 'hip', side: 'right', status: 'adequate' }] }))
      .thenRefused(studies.QUALITY_OF_NO_SCAN, { scans: 'hip right' });
  });

  it('refuses where another assessment was shown', () => {
    given(studyToRead, ...claimed).when(reviewed({ assessmentHash: '9'.repeat(64) })).thenRefused(studies.ASSESSMENT_DIFFERS);
  });

  it('refuses where no assessment was shown although there is one', () => {
    given(studyToRead, ...claimed).when(reviewed({ assessmentHash: undefined })).thenRefused(studies.ASSESSMENT_DIFFERS);
  });

  it('takes a review without an assessment where none could be made', () => {
    given(studyToRead, expected, arrived, claimedByLee).when(reviewed({ assessmentHash: undefined })).then(reviewedByLee);
  });

  it('refuses where a new scan came while the review was written', () => {
    given(studyToRead, ...claimed).when(reviewed({ acquisitionId: 'another' })).thenRefused(studies.ASSESSMENT_DIFFERS);
  });

  it('refuses before the exam was taken', () => {
    given(studyToRead, expected, arrived, assessed).when(reviewed({})).thenRefused(studies.NOT_CLAIMED_BY_YOU);
  });

  it('refuses a physician who has not taken it', () => {
    given(studyToRead, ...claimed).when(reviewed({}, drKim)).thenRefused(studies.NOT_CLAIMED_BY_YOU);
  });

  it('refuses a physician of another hospital', () => {
    given(studyToRead, ...claimed).when(reviewed({}, drSilva)).thenRefused(studies.READER_NOT_ALLOWED);
  });

  it('refuses an exam that was not scanned yet', () => {
    given(studyToRead, expected).when(reviewed({})).thenRefused(studies.NOTHING_TO_READ);
  });

  it('refuses after the report was signed', () => {
    given(studyToRead, ...claimed, reviewedByLee, signed).when(reviewed({})).thenRefused(studies.ALREADY_SIGNED);
  });

  it('refuses an exam that nobody knows', () => {
    given(studyToRead).when(reviewed({})).thenRefused(studies.UNKNOWN);
  });
});
