import type { modalityGateway } from '@osteon/contracts';
import { isOld, type StudyToRead } from '../study-to-read/study-to-read.js';
import { sourceOf, type Source } from '../study-to-read/source.js';
import type { ReviewLapsed, ScanArrived } from '../study-to-read/study-to-read.events.js';

/** A complete study can be read; a later one of the same exam makes it ready again, and a review of the one before lapses. */
export const takeScan = (study: StudyToRead, heard: modalityGateway.ScanReceivedV1, source: Source): (ScanArrived | ReviewLapsed)[] => {
  if (isOld(study, source)) return [];
  const lapsed: ReviewLapsed[] =
    study.status === 'reviewed' ? [{ type: 'ReviewLapsed', data: { reviewVersion: study.reviewVersion, because: 'NEW_SCAN' } }] : [];
  return [{ type: 'ScanArrived', data: { ...heard, source: sourceOf(source) } }, ...lapsed];
};
