import type { scheduling } from '@osteon/contracts';
import type { Assessment } from '@osteon/densitometry';
import { patientShown } from '../studies-to-read/patient-shown.js';
import { noticeOf } from '../studies-to-read/numbers-notice.js';
import type { ReadingExam, ReadingScan, ShownAssessment, StudyRow } from '../studies-to-read/study-row.js';
import { withDetails, type ReadersSay } from './problem-details.js';
import { withNames } from '../study-to-read/typed-values.js';
import { typedHistory } from './typed-history.js';

/** What the page shows beside the row: words and judgement lie in the object store. */
export interface PageParts {
  readonly patient?: scheduling.PatientV1;
  /** What those are called who read or typed, by user id. */
  readonly names: ReadonlyMap<string, string>;
  /** Why values were typed, by the key of the reason. */
  readonly reasons: ReadonlyMap<string, string>;
  /** What the readers say; read only where there are problems. */
  readonly readers?: ReadersSay;
  readonly details?: scheduling.ExamDetailsV1;
  readonly assessment?: Assessment;
  readonly review?: { readonly quality: unknown; readonly excluded: unknown; readonly settled?: unknown; readonly comment?: string };
}

const orderedAs = ({ scheduledAt, procedure, priority, heightM, weightKg }: ReadingExam) => ({ scheduledAt, procedure, priority, heightM, weightKg });

const noScan = { instances: [] };

const scannedAs = ({ acquisitionId, studyInstanceUID, scanner, instances }: ReadingScan) => ({
  acquisitionId,
  studyInstanceUID,
  scanner,
  instances: instances.map(({ sopInstanceUID, kind, site, side }) => ({ acquisitionId, sopInstanceUID, kind, site, side })),
});

const judgedAs = (shown: ShownAssessment, assessment: Assessment) => ({ hash: shown.assessment.key.split('/')[1], ...assessment });

const reviewedAs = ({ review: shown }: StudyRow, review: PageParts['review']) =>
  shown && review ? { review: { ...review, reviewedBy: shown.reviewedBy, reviewedAt: shown.reviewedAt } } : {};

const claim = ({ claimedBy, claimedAt }: StudyRow, name: string | undefined) => (claimedBy ? { claimedBy: { userId: claimedBy, name }, claimedAt: claimedAt?.toISOString() } : {});

const identity = ({ examId, facilityId, state, version, cancelledAt, reviewVersion, reviewLapsed, signedLapsed }: StudyRow) => ({
  examId,
  facilityId,
  state,
  version,
  cancelled: cancelledAt !== null,
  reviewVersion,
  reviewLapsed,
  signedLapsed,
});

const numbersOf = (row: StudyRow, { names, reasons, readers }: PageParts) => {
  const { scans, problems, numbersMissing, numbersToConfirm } = noticeOf(row);
  return {
    scans: withNames(scans, names),
    problems: withDetails(problems, readers),
    numbersMissing,
    numbersToConfirm,
    typed: typedHistory(row.typed, names, reasons),
  };
};

/** One exam as the physician's page shows it. */
export const studyPage = (row: StudyRow, parts: PageParts) => ({
  ...identity(row),
  ...claim(row, parts.names.get(row.claimedBy ?? '')),
  ...(row.exam && { accessionNumber: row.exam.accessionNumber, zone: row.exam.zone }),
  patient: patientShown(parts.patient),
  exam: { priority: 'routine', ...(row.exam && orderedAs(row.exam)), performedOn: row.scan?.performedOn, ...parts.details },
  ...(row.scan ? scannedAs(row.scan) : noScan),
  ...numbersOf(row, parts),
  ...(parts.assessment && row.assessment && { assessment: judgedAs(row.assessment, parts.assessment) }),
  ...reviewedAs(row, parts.review),
});
