import type { reading, reporting, scheduling } from '@osteon/contracts';
import type { DraftParts } from './draft-report.js';
import { composeSections } from './compose-sections.js';

type Section = reporting.ReportContentV1['sections'][number];

/** The documents that a draft is made of, as they lie in the object stores and the replica of sites. */
export interface DraftDocuments {
  readonly details: scheduling.ExamDetailsV1;
  readonly review: reading.ReviewContentV1;
  /** Absent where the facility's document has not been heard: the report then shows its id. */
  readonly site?: scheduling.SiteV1;
  /** The edited words that are kept. */
  readonly sections?: readonly Section[];
}

const facilityOf = (facilityId: string, site: DraftDocuments['site']): reporting.ReportContentV1['facility'] => ({
  id: facilityId,
  name: site?.name ?? facilityId,
  letterhead: [...(site?.letterhead.lines ?? [])],
});

/** What will be signed, whole: the same parts and documents always give the same content. Without the patient's identity. */
export const composeContent = (
  reportId: string,
  { exam, study, review }: DraftParts,
  documents: DraftDocuments,
): reporting.ReportContentV1 => ({
  reportId,
  examId: exam.examId,
  accessionNumber: exam.accessionNumber,
  studyInstanceUID: study.studyInstanceUID,
  scheduledAt: exam.scheduledAt,
  zone: exam.zone,
  facility: facilityOf(exam.facilityId, documents.site),
  procedure: exam.procedure,
  details: documents.details,
  reviewVersion: review.reviewVersion,
  reviewedBy: review.reviewedBy,
  review: documents.review,
  images: [...study.images],
  sections: [...(documents.sections ?? composeSections(documents.review, documents.details))],
});
