import type { scheduling } from '@osteon/contracts';
import type { Assessment } from '@osteon/densitometry';
import { patientShown } from '../studies-to-read/patient-shown.js';
import type { ReadingExam, ReadingScan, ShownAssessment, StudyRow } from '../studies-to-read/study-row.js';

/** What the page shows beside the row: words and judgement lie in the object store. */
export interface PageParts {
  readonly patient?: scheduling.PatientV1;
  readonly readerName?: string;
  readonly details?: scheduling.ExamDetailsV1;
  readonly assessment?: Assessment;
  readonly review?: { readonly quality: unknown; readonly excluded: unknown; readonly comment?: string };
}

const orderedAs = ({ scheduledAt, procedure, priority, heightM, weightKg }: ReadingExam) => ({ scheduledAt, procedure, priority, heightM, weightKg });

const noScan = { scans: [], problems: [], instances: [] };

const scannedAs = ({ acquisitionId, studyInstanceUID, scanner, scans, problems, instances }: ReadingScan) => ({
  acquisitionId,
  studyInstanceUID,
  scanner,
  scans,
  problems,
  instances: instances.map(({ sopInstanceUID, kind, site, side }) => ({ acquisitionId, sopInstanceUID, kind, site, side })),
});

const judgedAs = (shown: ShownAssessment, assessment: Assessment) => ({ hash: shown.assessment.key.split('/')[1], ...assessment });

const reviewedAs = ({ review: shown }: StudyRow, review: PageParts['review']) =>
  shown && review ? { review: { ...review, reviewedBy: shown.reviewedBy, reviewedAt: shown.reviewedAt } } : {};

const claim = ({ claimedBy, claimedAt }: StudyRow, name: string | undefined) => (claimedBy ? { claimedBy: { userId: claimedBy, name }, claimedAt: claimedAt?.toISOString() } : {});

const identity = ({ examId, facilityId, state, version, cancelledAt, reviewVersion, numbersMissing }: StudyRow) => ({
  examId,
  facilityId,
  state,
  version,
  cancelled: cancelledAt !== null,
  reviewVersion,
  numbersMissing,
});

/** One exam as the physician's page shows it. */
export const studyPage = (row: StudyRow, { patient, readerName, details, assessment, review }: PageParts) => ({
  ...identity(row),
  ...claim(row, readerName),
  ...(row.exam && { accessionNumber: row.exam.accessionNumber, zone: row.exam.zone }),
  patient: patientShown(patient),
  exam: { priority: 'routine', ...(row.exam && orderedAs(row.exam)), performedOn: row.scan?.performedOn, ...details },
  ...(row.scan ? scannedAs(row.scan) : noScan),
  ...(assessment && row.assessment && { assessment: judgedAs(row.assessment, assessment) }),
  ...reviewedAs(row, review),
});
