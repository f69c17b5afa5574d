import type { ObjectRef, Scan, Scanner } from '@osteon/contracts';
import type { Source } from './source.js';
import type { AssessmentMade, ExamExpected, ScanArrived, StudyToReadEvent } from './study-to-read.events.js';

interface Known {
  readonly examId: string;
  readonly facilityId: string;
  readonly patientId: string;
  /** Last version heard of each foreign stream. */
  readonly heard: Readonly<Record<string, number>>;
  readonly exam?: { readonly heightM?: number; readonly weightKg?: number };
}

/** The scan as later decisions need it. */
export interface ScanFacts {
  readonly acquisitionId: string;
  readonly scanner: Scanner;
  readonly performedOn?: string;
  readonly scans: readonly Scan[];
}

interface Scanned extends Known {
  readonly scan: ScanFacts;
  /** Key of the assessment that is shown. */
  readonly assessment?: string;
  /** The policy that it was made by: a review is judged by the same. */
  readonly policy?: { readonly name: string; readonly document?: ObjectRef };
  readonly reviewVersion: number;
}

/** One exam on its way through a physician's hands. */
export type StudyToRead =
  | { readonly status: 'none'; readonly heard: Readonly<Record<string, number>> }
  | ({ readonly status: 'expected' } & Known)
  | ({ readonly status: 'ready' } & Scanned)
  | ({ readonly status: 'claimed' | 'reviewed'; readonly readerId: string } & Scanned)
  | ({ readonly status: 'signed'; readonly signedBy: string } & Known);

export const noStudy: StudyToRead = { status: 'none', heard: {} };

const hear = (study: StudyToRead, { subject, streamVersion }: Source): Readonly<Record<string, number>> => ({ ...study.heard, [subject]: streamVersion });

const expect = (study: StudyToRead, { data }: ExamExpected): StudyToRead => {
  const { examId, facilityId, patientId, heightM, weightKg, source } = data;
  const known: Known = { examId, facilityId, patientId, heard: hear(study, source), exam: { heightM, weightKg } };
  return study.status === 'none' ? { status: 'expected', ...known } : { ...study, ...known };
};

const arrive = (study: StudyToRead, { data }: ScanArrived): StudyToRead => {
  const { examId, facilityId, patientId, acquisitionId, scanner, performedOn, scans, source } = data;
  const known: Known = { examId, facilityId, patientId, heard: hear(study, source), exam: study.status === 'none' ? undefined : study.exam };
  const scan: ScanFacts = { acquisitionId, scanner, performedOn, scans };
  if (study.status === 'signed') return { ...study, heard: known.heard };
  const reviewVersion = 'reviewVersion' in study ? study.reviewVersion : 0;
  return { status: 'ready', ...known, scan, reviewVersion };
};

const assessed = (study: Extract<StudyToRead, Scanned>, { data: { assessment, policy, policyDocument } }: AssessmentMade): StudyToRead => ({
  ...study,
  assessment: assessment.key,
  policy: { name: policy, ...(policyDocument ? { document: policyDocument } : {}) },
});

/** How one exam's state follows from its facts. */
export const evolveStudy = (study: StudyToRead, event: StudyToReadEvent): StudyToRead => {
  switch (event.type) {
    case 'ExamExpected':
      return expect(study, event);
    case 'ExamCancelled':
      return { ...study, heard: hear(study, event.data.source) };
    case 'ScanArrived':
      return arrive(study, event);
    case 'AssessmentMade':
      return 'scan' in study ? assessed(study, event) : study;
    case 'AssessmentWithheld':
      return study;
    case 'StudyClaimed':
      return 'scan' in study ? { ...study, status: 'claimed', readerId: event.data.readerId } : study;
    case 'StudyReviewed':
      return 'readerId' in study ? { ...study, status: 'reviewed', reviewVersion: event.data.reviewVersion } : study;
    case 'StudySigned':
      return sign(study, event.data);
  }
};

const sign = (study: StudyToRead, { signedBy, source }: { signedBy: string; source: Source }): StudyToRead => {
  if (study.status === 'none') return study;
  const { examId, facilityId, patientId, exam } = study;
  return { status: 'signed', signedBy, examId, facilityId, patientId, exam, heard: hear(study, source) };
};

/** True where this version of the foreign stream was heard before: the topic may be fed again a year later. */
export const isOld = (study: StudyToRead, { subject, streamVersion }: Source): boolean => streamVersion <= (study.heard[subject] ?? 0);
