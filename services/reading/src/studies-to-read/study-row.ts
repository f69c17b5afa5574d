import type { scheduling } from '@osteon/contracts';
import type { AssessmentMade, ExamExpected, ScanArrived, StudyReviewed, ValueTyped } from '../study-to-read/study-to-read.events.js';

/** The columns that keep a fact's values as they are. */
export type ReadingExam = Omit<ExamExpected['data'], 'patientId'>;
export type ReadingScan = Omit<ScanArrived['data'], 'patientId'>;
export type ShownAssessment = AssessmentMade['data'];
export type TypedBefore = ValueTyped['data'];
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
  /** All that was typed by hand, in its order. */
  readonly typed: readonly TypedBefore[];
  readonly assessment: ShownAssessment | null;
  readonly claimedBy: string | null;
  readonly claimedAt: Date | null;
  readonly reviewVersion: number;
  readonly review: ShownReview | null;
  /** The newest review was of other numbers than those that stand now. */
  readonly reviewLapsed: boolean;
  /** Its report was signed all the same. */
  readonly signedLapsed: boolean;
}

/** A study with its patient, where they are known, and what those are called who work on it. */
export interface StudyWithPatient {
  readonly row: StudyRow;
  readonly patient?: scheduling.PatientV1;
  /** By user id. */
  readonly names: ReadonlyMap<string, string>;
}
