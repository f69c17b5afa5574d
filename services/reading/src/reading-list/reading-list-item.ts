import { patientShown } from '../studies-to-read/patient-shown.js';
import type { ReadingExam, ReadingScan, StudyWithPatient } from '../studies-to-read/study-row.js';

const orderedAs = ({ accessionNumber, zone, scheduledAt, procedure, priority }: ReadingExam) => ({ accessionNumber, zone, scheduledAt, procedure, priority });

const scannedAs = ({ performedOn, problems, scans }: ReadingScan) => ({
  performedOn,
  problems: problems.map(({ code }) => ({ code })),
  sites: scans.map(({ site, side }) => ({ site, side })),
});

/** One line of the reading list. */
export const readingListItem = ({ row, patient, readerName }: StudyWithPatient) => ({
  examId: row.examId,
  facilityId: row.facilityId,
  priority: 'routine',
  ...(row.exam && orderedAs(row.exam)),
  problems: [],
  sites: [],
  ...(row.scan && scannedAs(row.scan)),
  receivedAt: row.receivedAt?.toISOString(),
  patient: patientShown(patient),
  state: row.state,
  cancelled: row.cancelledAt !== null,
  claimedBy: row.claimedBy ? { userId: row.claimedBy, name: readerName } : undefined,
  numbersMissing: row.numbersMissing,
  diagnosis: row.assessment ? { category: row.assessment.category } : undefined,
  version: row.version,
});
