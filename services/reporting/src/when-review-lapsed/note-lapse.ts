import type { reading } from '@osteon/contracts';
import type { ReviewLapseNoted } from '../report/report.events.js';
import type { Report } from '../report/report.js';
import { sourceOf, type Source } from '../report/source.js';

const newestLapsed = (report: Report): number => (report.status === 'none' ? 0 : (report.lapsed ?? 0));

/** Keeps the newest review that has lapsed; an older or repeated word changes nothing. Reviews of an exam are counted, so their number tells. */
export const noteLapse = (report: Report, heard: reading.ReviewLapsedV1, source: Source): ReviewLapseNoted[] => {
  if (heard.reviewVersion <= newestLapsed(report)) return [];
  const { examId, facilityId, patientId, reviewVersion, because } = heard;
  return [{ type: 'ReviewLapseNoted', data: { examId, facilityId, patientId, reviewVersion, because, source: sourceOf(source) } }];
};
