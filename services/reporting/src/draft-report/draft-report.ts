import type { ObjectRef } from '@osteon/contracts';
import type { ExamNoted, ReportDrafted, ReviewNoted, StudyNoted } from '../report/report.events.js';
import { keepsWords, type Report } from '../report/report.js';

/** All that a draft is made of, heard in whatever order. */
export interface DraftParts {
  readonly exam: ExamNoted['data'];
  readonly study: StudyNoted['data'];
  readonly review: ReviewNoted['data'];
  /** The draft whose words a physician has changed, where it stands for the same review: they are kept. */
  readonly edited?: ObjectRef;
}

/** What is to be drafted now; nothing while a part is missing, and nothing once the report is signed. */
export const partsOfDraft = (report: Report): DraftParts | undefined => {
  if (report.status === 'none' || report.status === 'signed') return undefined;
  const { exam, review } = report;
  const study = review && report.studies[review.acquisitionId];
  if (!exam || !review || !study) return undefined;
  return { exam, study, review, ...(keepsWords(report, review) ? { edited: report.draft.content } : {}) };
};

/** A draft stands for the newest review. The same content again is no news; a signed report is not drafted again here. */
export const draftReport = (report: Report, drafted: ReportDrafted['data']): ReportDrafted[] => {
  if (partsOfDraft(report)?.review.reviewVersion !== drafted.reviewVersion) return [];
  if (report.status === 'drafted' && report.draft.content.key === drafted.content.key) return [];
  return [{ type: 'ReportDrafted', data: drafted }];
};
