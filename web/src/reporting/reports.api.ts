import { queryOptions } from '@tanstack/react-query';
import { Problem } from '../shell/problem.js';
import { ask, askBytes } from '../shell/request.api.js';

export interface Section {
  readonly title: string;
  readonly text: string;
  readonly edited?: boolean;
}

/** The report of an exam as it stands: what is shown is named by review version and content hash. */
export interface ReportShown {
  readonly reportId: string;
  readonly examId: string;
  readonly zone: string;
  readonly state: 'drafted' | 'signed';
  readonly reviewVersion: number;
  readonly contentHash: string;
  /** The numbers have changed since its review. */
  readonly lapsed?: boolean;
  readonly revision?: number;
  readonly version: number;
  readonly sections: readonly Section[];
  readonly signedBy?: string;
  readonly signedByName?: string;
  readonly signedAt?: string;
}

const orNone = (cause: unknown): null => {
  if (cause instanceof Problem && cause.status === 404) return null;
  throw cause;
};

/** The report of an exam; null until one is drafted. Asked each second and a half until the draft of this review is here, should a change not be heard. */
export const reportOf = (examId: string, awaited: number) =>
  queryOptions({
    queryKey: ['reporting', 'report', examId],
    queryFn: ({ signal }) => ask<ReportShown>('reporting', `/exams/${examId}/report`, { signal }).catch(orNone),
    refetchInterval: ({ state }) => ((state.data?.reviewVersion ?? 0) < awaited ? 1_500 : false),
  });

const path = ({ reportId, state, contentHash }: ReportShown): string =>
  state === 'signed' ? `/reports/${reportId}/report.pdf` : `/reports/${reportId}/preview.pdf?contentHash=${contentHash}`;

/** The PDF of exactly this content: the preview of a draft, or what was signed. */
export const pdfOf = (report: ReportShown) =>
  queryOptions({
    queryKey: ['pdf', report.reportId, report.state, report.contentHash],
    queryFn: ({ signal }) => askBytes('reporting', path(report), 'application/pdf', signal),
    staleTime: Infinity,
  });

/** Signs the text that was shown, named by its review version and hash. */
export const signReport = ({ reportId, reviewVersion, contentHash, version }: ReportShown) =>
  ask<{ signedAt: string }>('reporting', `/reports/${reportId}/signature`, {
    method: 'POST',
    ifMatch: version,
    body: { reviewVersion, contentHash },
  });

/** Replaces the text of a draft, section by section. */
export const writeText = ({ reportId, reviewVersion, version }: ReportShown, sections: readonly Section[]) =>
  ask<{ version: number; contentHash: string }>('reporting', `/reports/${reportId}/text`, {
    method: 'PUT',
    ifMatch: version,
    body: { reviewVersion, sections: sections.map(({ title, text }) => ({ title, text })) },
  });
