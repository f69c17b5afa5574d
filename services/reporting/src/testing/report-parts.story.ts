import { composeContent } from '../draft-report/compose-content.js';
import { from, heard } from './exam-a1.story.js';
import { details, patient, review, signature, site } from './documents.story.js';
import { noReport } from '../report/report.js';
import { reportIdOf } from '../report/report-id.js';
import { noteExam } from '../when-exam-scheduled/note-exam.js';
import { noteStudy } from '../when-scan-received/note-study.js';
import { noteReview } from '../when-scan-reviewed/note-review.js';
import type { ReportParts } from '../render-report/report-document.js';

const only = <T>(events: readonly { readonly data: T }[]): T => {
  const [event] = events;
  if (!event) throw new Error('nothing was noted');
  return event.data;
};

/** All that the draft of exam A1 is made of. */
export const draftParts = {
  exam: only(noteExam(noReport, heard.exam, from.exam)),
  study: only(noteStudy(noReport, heard.scan, from.scan)),
  review: only(noteReview(noReport, heard.review, from.review)),
};

/** The content of that draft. */
export const contentA1 = composeContent(reportIdOf(heard.exam.examId), draftParts, { details, review, site });

/** Exam A1's report before and after Dr Lee has signed it. */
export const drafted: ReportParts = { content: contentA1, contentHash: '1'.repeat(64), patient };
export const signed: ReportParts = { ...drafted, signature };
