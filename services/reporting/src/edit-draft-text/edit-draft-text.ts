import type { ObjectRef, reporting } from '@osteon/contracts';
import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { DraftTextEdited } from '../report/report.events.js';
import { reports } from '../report/report.refusals.js';
import type { DraftedReport, Report } from '../report/report.js';
import { isLapsed, isOutdated } from '../report/review-asked.js';

type Sections = reporting.ReportContentV1['sections'];

/** The draft that this person may change, for the review that they have seen; refuses everything else. */
export const editable = (report: Report, reviewVersion: number, { by }: Context): DraftedReport => {
  if (report.status === 'none' || report.status === 'awaited') return refuse(reports.NOT_DRAFTED);
  if (!by.may('sign-report', report.facilityId)) return refuse(reports.SIGNER_NOT_ALLOWED);
  if (report.status === 'signed') return refuse(reports.ALREADY_SIGNED, { signedBy: report.signed.signedBy });
  if (isOutdated(report, reviewVersion)) return refuse(reports.REVIEW_OUTDATED, { reviewVersion: report.draft.reviewVersion });
  if (isLapsed(report)) return refuse(reports.REVIEW_LAPSED, { reviewVersion: report.draft.reviewVersion });
  if (reviewVersion > report.draft.reviewVersion)
    return refuse(reports.DRAFT_NOT_READY, { reviewVersion: report.draft.reviewVersion });
  return report;
};

/** The content with other words in the same sections. */
export const withText = (content: reporting.ReportContentV1, sections: Sections): reporting.ReportContentV1 => {
  const titles = content.sections.map(({ title }) => title);
  const asked = sections.map(({ title }) => title);
  if (titles.length !== asked.length || titles.some((title, i) => title !== asked[i]))
    return refuse(reports.SECTIONS_DIFFER, { sections: titles });
  return { ...content, sections };
};

/** A physician's own words replace the suggested ones in the draft. The same words again are no news. */
export const editDraftText = (
  report: Report,
  edited: { reviewVersion: number; content: ObjectRef },
  context: Context,
): DraftTextEdited[] => {
  const { draft } = editable(report, edited.reviewVersion, context);
  return draft.content.key === edited.content.key ? [] : [{ type: 'DraftTextEdited', data: edited }];
};
