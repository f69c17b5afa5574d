import type { ObjectRef, reading } from '@osteon/contracts';
import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { ScanFacts, StudyToRead } from '../study-to-read/study-to-read.js';
import type { StudyReviewed } from '../study-to-read/study-to-read.events.js';
import { studies } from '../study-to-read/study-to-read.refusals.js';
import type { Settled } from './settle-findings.js';

/** What the physician states, and which judgement was on the page when it was stated. */
export interface Review {
  readonly quality: readonly reading.ScanQuality[];
  readonly excluded: readonly { readonly region: string; readonly reason: string }[];
  readonly comment?: string;
  /** Why the exam can be signed in spite of what holds it up. */
  readonly settled?: readonly Settled[];
  /** Absent only where no assessment was shown. */
  readonly assessmentHash?: string;
}

/** The review in its final form: kept in the object store before it becomes a fact. */
export interface ComposedReview {
  readonly content: ObjectRef;
  readonly acquisitionId: string;
  readonly category: string;
}

export type ReviewableStudy = Extract<StudyToRead, { status: 'claimed' | 'reviewed' }>;

const placeOf = ({ site, side }: { site: string; side?: string }): string => (side ? `${site} ${side}` : site);

const requireQuality = ({ scans }: ScanFacts, quality: Review['quality']): void => {
  const stated = new Set(quality.map(placeOf));
  const scanned = new Set(scans.map(placeOf));
  const missing = [...scanned].filter((place) => !stated.has(place));
  if (missing.length > 0) refuse(studies.QUALITY_NOT_STATED, { scans: missing.join(', ') });
  const foreign = [...stated].filter((place) => !scanned.has(place));
  if (foreign.length > 0) refuse(studies.QUALITY_OF_NO_SCAN, { scans: foreign.join(', ') });
};

const claimedBy = (study: StudyToRead, { by }: Context): ReviewableStudy => {
  if (study.status === 'none') return refuse(studies.UNKNOWN);
  if (!by.may('read-exam', study.facilityId)) return refuse(studies.READER_NOT_ALLOWED);
  if (study.status === 'expected') return refuse(studies.NOTHING_TO_READ);
  if (study.status === 'signed') return refuse(studies.ALREADY_SIGNED);
  if (study.status === 'ready' || study.readerId !== by.userId) return refuse(studies.NOT_CLAIMED_BY_YOU);
  return study;
};

/** The exam as it may be reviewed by this physician, on what was shown to them; refuses everything else. */
export const reviewable = (study: StudyToRead, review: Review, context: Context): ReviewableStudy => {
  const claimed = claimedBy(study, context);
  requireQuality(claimed.scan, review.quality);
  if (review.assessmentHash !== claimed.assessment?.split('/')[1]) return refuse(studies.ASSESSMENT_DIFFERS);
  return claimed;
};

/** A physician has judged the scans. Each review replaces the draft that the one before it made. */
export const reviewStudy = (study: StudyToRead, review: Review & ComposedReview, context: Context): StudyReviewed[] => {
  const { reviewVersion, scan } = reviewable(study, review, context);
  if (scan.acquisitionId !== review.acquisitionId) return refuse(studies.ASSESSMENT_DIFFERS);
  const { content, acquisitionId, category } = review;
  return [{ type: 'StudyReviewed', data: { reviewVersion: reviewVersion + 1, acquisitionId, content, category } }];
};
