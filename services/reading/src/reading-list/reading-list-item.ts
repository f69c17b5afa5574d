import { noticeOf } from '../studies-to-read/numbers-notice.js';
import { patientShown } from '../studies-to-read/patient-shown.js';
import type { ReadingExam, ReadingScan, StudyRow, StudyWithPatient } from '../studies-to-read/study-row.js';

const orderedAs = ({ accessionNumber, zone, scheduledAt, procedure, priority }: ReadingExam) => ({ accessionNumber, zone, scheduledAt, procedure, priority });

const scannedAs = ({ performedOn }: ReadingScan) => ({ performedOn });

const noticed = (row: StudyRow) => {
  const { scans, problems, numbersMissing, numbersToConfirm } = noticeOf(row);
  return {
    numbersMissing,
    numbersToConfirm,
    problems: problems.filter(({ answered }) => !answered).map(({ code }) => ({ code })),
    sites: scans.map(({ site, side }) => ({ site, side })),
  };
};

/** One line of the reading list. */
export const readingListItem = ({ row, patient, names }: StudyWithPatient) => ({
  examId: row.examId,
  facilityId: row.facilityId,
  priority: 'routine',
  ...(row.exam && orderedAs(row.exam)),
  ...(row.scan && scannedAs(row.scan)),
  receivedAt: row.receivedAt?.toISOString(),
  patient: patientShown(patient),
  state: row.state,
  cancelled: row.cancelledAt !== null,
  claimedBy: row.claimedBy ? { userId: row.claimedBy, name: names.get(row.claimedBy) } : undefined,
  ...noticed(row),
  reviewLapsed: row.reviewLapsed,
  signedLapsed: row.signedLapsed,
  diagnosis: row.assessment ? { category: row.assessment.category } : undefined,
  version: row.version,
});
