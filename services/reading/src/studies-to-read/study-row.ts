import type { scheduling } from '@osteon/contracts';
import type { AssessmentMade, ExamExpected, ScanArrived, StudyReviewed } from '../study-to-read/study-to-read.events.js';

/** The columns that keep a fact's values as they are. */
export type ReadingExam = Omit<ExamExpected['data'], 'patientId'>;
export type ReadingScan = Omit<ScanArrived['data'], 'patientId'>;
export type ShownAssessment = AssessmentMade['data'];
export type ShownReview = StudyReviewed['data'] & { readonly reviewedBy: string; readonly reviewedAt: string };

/** One exam in reading, as the list and the exam page read it. */
export interface StudyRow {
  readonly examId: string;
  readonly facilityId: string;
  readonly patientId: string;
  readonly state: 'expected' | 'ready' | 'claimed' | 'reviewed' | 'signed';
  readonly version: number;
  /** Absent where the exam stands. */
  readonly cancelledAt: Date | null;
  readonly exam: ReadingExam | null;
  readonly scan: ReadingScan | null;
  readonly receivedAt: Date | null;
  readonly numbersMissing: boolean;
  readonly assessment: ShownAssessment | null;
  readonly claimedBy: string | null;
  readonly claimedAt: Date | null;
  readonly reviewVersion: number;
  readonly review: ShownReview | null;
}

/** A study with its patient and the name of its reader, where they are known. */
export interface StudyWithPatient {
  readonly row: StudyRow;
  readonly patient?: scheduling.PatientV1;
  readonly readerName?: string;
}
