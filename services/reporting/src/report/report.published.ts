import { reporting } from '@osteon/contracts';
import { message, type Publisher } from '@osteon/event-store';
import type { ReportEvent } from './report.events.js';
import { hashOf, type Report } from './report.js';

/** What the other services hear of a report. An edited draft is private: its words are nobody's yet. */
export const publishedReports: Publisher<Report, ReportEvent> = {
  ReportDrafted: ({ id, event }, report) =>
    report.status === 'none'
      ? undefined
      : message(reporting.ReportDrafted, {
          reportId: id,
          examId: report.examId,
          facilityId: report.facilityId,
          reviewVersion: event.data.reviewVersion,
          contentHash: hashOf(event.data.content),
        }),
  ReportSigned: ({ id, event }, report) =>
    report.status === 'none'
      ? undefined
      : message(reporting.ReportSigned, {
          ...event.data,
          reportId: id,
          examId: report.examId,
          facilityId: report.facilityId,
          patientId: report.patientId,
          orders: [...event.data.orders],
        }),
};
