import type { Aggregate } from '@osteon/event-store';
import type { ReportEvent } from './report.events.js';
import { publishedReports } from './report.published.js';
import { evolveReport, noReport, type Report } from './report.js';

/** The stream of one exam's report; its id follows from the exam's, under which it publishes. */
export const reportStreams: Aggregate<Report, ReportEvent> = {
  name: 'report',
  initial: noReport,
  evolve: evolveReport,
  facilityOf: (report) => (report.status === 'none' ? '' : report.facilityId),
  keyOf: (report) => (report.status === 'none' ? undefined : report.examId),
  published: publishedReports,
};
