import type { reading } from '@osteon/contracts';
import type { ReviewNoted } from '../report/report.events.js';
import type { Report } from '../report/report.js';
import { sourceOf, type Source } from '../report/source.js';

const knownVersion = (report: Report): number => (report.status === 'none' ? 0 : (report.review?.reviewVersion ?? 0));

/** Keeps the newest review; an older or repeated one changes nothing. Reviews of an exam are counted, so their number tells. */
export const noteReview = (report: Report, heard: reading.ScanReviewedV1, source: Source): ReviewNoted[] => {
  if (heard.reviewVersion <= knownVersion(report)) return [];
  const { examId, acquisitionId, facilityId, patientId, reviewVersion, reviewedBy, content } = heard;
  return [
    {
      type: 'ReviewNoted',
      data: { examId, acquisitionId, facilityId, patientId, reviewVersion, reviewedBy, content, source: sourceOf(source) },
    },
  ];
};
