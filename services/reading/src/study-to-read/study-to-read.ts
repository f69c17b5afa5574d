import type { ObjectRef, Scan, Scanner } from '@osteon/contracts';
import type { Source } from './source.js';
import type { AssessmentMade, ExamExpected, ReviewLapsed, ScanArrived, StudyToReadEvent, ValueTyped } from './study-to-read.events.js';
import { numbersNow } from './typed-values.js';

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
  /** What counts: as the device sent it, with what was typed by hand. */
  readonly scans: readonly Scan[];
  /** As the device sent it. */
  readonly received: readonly Scan[];
  /** Counts how often the numbers were other ones: a judgement of older ones is none of these. */
  readonly numbers: number;
}

interface Scanned extends Known {
  readonly scan: ScanFacts;
  /** Key of the assessment that is shown. */
  readonly assessment?: string;
  /** The policy that it was made by: a review is judged by the same. */
  readonly policy?: { readonly name: string; readonly document?: ObjectRef };
  readonly reviewVersion: number;
  /** The newest review that has lapsed. */
  readonly lapsed?: number;
  /** All that was typed by hand so far, in its order. */
  readonly typed: readonly ValueTyped['data'][];
}

/** One exam on its way through a physician's hands. */
export type StudyToRead =
  | { readonly status: 'none'; readonly heard: Readonly<Record<string, number>> }
  | ({ readonly status: 'expected' } & Known)
  | ({ readonly status: 'ready' } & Scanned)
  | ({ readonly status: 'claimed' | 'reviewed'; readonly readerId: string } & Scanned)
  | ({ readonly status: 'signed'; readonly signedBy: string } & Known);

type ScannedStudy = Extract<StudyToRead, Scanned>;

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
  if (study.status === 'signed') return { ...study, heard: known.heard };
  const { typed, reviewVersion, lapsed, numbers } = carriedOver(study);
  const scan: ScanFacts = { acquisitionId, scanner, performedOn, received: scans, scans: numbersNow({ acquisitionId, scans }, typed).scans, numbers: numbers + 1 };
  return { status: 'ready', ...known, scan, reviewVersion, typed, ...(lapsed === undefined ? {} : { lapsed }) };
};

/** What a new scan does not take away. */
const carriedOver = (study: StudyToRead): Pick<Scanned, 'typed' | 'reviewVersion' | 'lapsed'> & Pick<ScanFacts, 'numbers'> =>
  'scan' in study ? { ...study, numbers: study.scan.numbers } : { typed: [], reviewVersion: 0, numbers: 0 };

/** Other numbers: the judgement of those before does not stand for them. */
const type = ({ assessment, policy, ...study }: ScannedStudy, { data }: ValueTyped): StudyToRead => {
  const typed = [...study.typed, data];
  const { acquisitionId, received, numbers } = study.scan;
  const { scans } = numbersNow({ acquisitionId, scans: received }, typed);
  return { ...study, typed, scan: { ...study.scan, scans, numbers: numbers + 1 } };
};

const lapse = (study: ScannedStudy, { data: { reviewVersion: lapsed } }: ReviewLapsed): StudyToRead =>
  study.status === 'reviewed' ? { ...study, status: 'claimed', lapsed } : { ...study, lapsed };

const assessed = (study: ScannedStudy, { data: { assessment, policy, policyDocument } }: AssessmentMade): StudyToRead => ({
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
    case 'ValueTyped':
      return 'scan' in study ? type(study, event) : study;
    case 'ReviewLapsed':
      return 'scan' in study ? lapse(study, event) : study;
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
