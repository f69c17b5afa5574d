import type { scheduling } from '@osteon/contracts';
import type { ExamNoted } from '../report/report.events.js';
import { isOld, type Report } from '../report/report.js';
import { sourceOf, type Source } from '../report/source.js';

/** Keeps what the report will show of the order, and whom it answers. What was heard before changes nothing. */
export const noteExam = (report: Report, heard: scheduling.ExamScheduledV1, source: Source): ExamNoted[] => {
  if (isOld(report, source)) return [];
  const { examId, facilityId, patientId, scheduledAt, zone, accessionNumber, studyInstanceUID, procedure, orders, details } =
    heard;
  return [
    {
      type: 'ExamNoted',
      data: {
        examId,
        facilityId,
        patientId,
        scheduledAt,
        zone,
        accessionNumber,
        studyInstanceUID,
        procedure,
        orders,
        details,
        source: sourceOf(source),
      },
    },
  ];
};
