import type { ObjectRef } from '@osteon/contracts';
import type { Source } from './source.js';
import type { ExamNoted, ReportDrafted, ReportEvent, ReportSigned, ReviewNoted, StudyNoted } from './report.events.js';

type Heard = Readonly<Record<string, number>>;

/** What has been heard about the exam so far, in whatever order it came. */
interface Noted {
  readonly examId: string;
  readonly facilityId: string;
  readonly patientId: string;
  /** Last version heard of each foreign stream. */
  readonly heard: Heard;
  readonly exam?: ExamNoted['data'];
  /** By acquisition: an exam can have been scanned twice. */
  readonly studies: Readonly<Record<string, StudyNoted['data']>>;
  readonly review?: ReviewNoted['data'];
  /** The newest review that has lapsed. */
  readonly lapsed?: number;
}

export interface Draft {
  readonly reviewVersion: number;
  /** Study that was performed. */
  readonly studyInstanceUID: string;
  readonly content: ObjectRef;
  /** A physician has changed its words. */
  readonly edited: boolean;
}

interface Written extends Noted {
  readonly exam: ExamNoted['data'];
  readonly review: ReviewNoted['data'];
  readonly draft: Draft;
}

/** The report of one exam. */
export type Report =
  | { readonly status: 'none'; readonly heard: Heard }
  | ({ readonly status: 'awaited' } & Noted)
  | ({ readonly status: 'drafted' } & Written)
  | ({ readonly status: 'signed'; readonly signed: ReportSigned['data'] } & Written);

export type DraftedReport = Extract<Report, { status: 'drafted' }>;
export type SignedReport = Extract<Report, { status: 'signed' }>;

export const noReport: Report = { status: 'none', heard: {} };

interface Told {
  readonly examId: string;
  readonly facilityId: string;
  readonly patientId: string;
  readonly source: Source;
}

const tell = (
  report: Report,
  { source, ...ids }: Told,
  news: Partial<Pick<Noted, 'exam' | 'studies' | 'review' | 'lapsed' | 'patientId'>>,
): Report => {
  const heard = { ...report.heard, [source.subject]: source.streamVersion };
  if (report.status !== 'none') return { ...report, heard, ...news };
  const { examId, facilityId, patientId } = ids;
  return { status: 'awaited', examId, facilityId, patientId, studies: {}, heard, ...news };
};

const studiesOf = (report: Report): Noted['studies'] => (report.status === 'none' ? {} : report.studies);

const draft = (report: Report, data: ReportDrafted['data']): Report => {
  if (report.status === 'none' || !report.exam || !report.review) return report;
  const { exam, review } = report;
  return { ...report, exam, review, status: 'drafted', draft: { ...data, edited: keepsWords(report, data) } };
};

/** A physician's words stay with the review that they were written for. */
export const keepsWords = (report: Report, { reviewVersion }: { readonly reviewVersion: number }): report is DraftedReport =>
  report.status === 'drafted' && report.draft.edited && report.draft.reviewVersion === reviewVersion;

/** How the report of one exam follows from its facts. What is heard after the signature is kept for a later revision. */
export const evolveReport = (report: Report, event: ReportEvent): Report => {
  switch (event.type) {
    case 'ExamNoted':
      return tell(report, event.data, { exam: event.data, patientId: event.data.patientId });
    case 'StudyNoted':
      return tell(report, event.data, { studies: { ...studiesOf(report), [event.data.acquisitionId]: event.data } });
    case 'ReviewNoted':
      return tell(report, event.data, { review: event.data });
    case 'ReviewLapseNoted':
      return tell(report, event.data, { lapsed: event.data.reviewVersion });
    case 'ReportDrafted':
      return draft(report, event.data);
    case 'DraftTextEdited':
      return report.status === 'drafted' ? { ...report, draft: { ...report.draft, ...event.data, edited: true } } : report;
    case 'ReportSigned':
      return report.status === 'drafted' ? { ...report, status: 'signed', signed: event.data } : report;
  }
};

/** True where this version of the foreign stream was heard before: the topic may be fed again a year later. */
export const isOld = (report: Report, { subject, streamVersion }: Source): boolean =>
  streamVersion <= (report.heard[subject] ?? 0);

/** SHA-256 of a content, as its key carries it; a signature names what was shown by it. */
export const hashOf = ({ key }: ObjectRef): string => key.slice(key.indexOf('/') + 1);
