import type { reading, Scan, Scanner, scheduling } from '@osteon/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { PatientShown } from '../shell/people.js';
import { ask } from '../shell/request.api.js';
import type { Place } from './site-names.js';
import type { NumbersProblem, TypedBefore, TypedBody } from './value-place.js';

export type ReadingState = 'expected' | 'ready' | 'claimed' | 'reviewed' | 'signed';
export type Category = reading.ReviewContentV1['assessment']['diagnosis']['category'];

export interface Reader {
  readonly userId: string;
  readonly name?: string;
}

/** One exam that waits for its reader (or was read). What its order says is absent until the order is heard. */
export interface ReadingListItem {
  readonly examId: string;
  readonly accessionNumber?: string;
  readonly facilityId: string;
  readonly zone?: string;
  readonly scheduledAt?: string;
  readonly performedOn?: string;
  readonly receivedAt?: string;
  readonly patient?: PatientShown;
  readonly procedure?: scheduling.ExamScheduledV1['procedure'];
  readonly priority: scheduling.ExamScheduledV1['priority'];
  readonly state: ReadingState;
  /** The exam was cancelled; its scan has arrived all the same. */
  readonly cancelled?: boolean;
  readonly claimedBy?: Reader;
  readonly numbersMissing: boolean;
  /** A value was withheld, and no hand has settled it yet. */
  readonly numbersToConfirm?: boolean;
  /** The numbers have changed since it was reviewed. */
  readonly reviewLapsed?: boolean;
  /** It was signed on numbers that had changed. */
  readonly signedLapsed?: boolean;
  readonly problems: readonly { readonly code: string }[];
  readonly sites: readonly Place[];
  readonly diagnosis?: { readonly category: Category };
}

export interface Instance {
  readonly acquisitionId: string;
  readonly sopInstanceUID: string;
  readonly kind: 'image' | 'results' | 'other';
  readonly site?: Scan['site'];
  readonly side?: 'left' | 'right';
}

export interface Finding {
  readonly code: string;
  readonly level: 'blocks-signing' | 'warning' | 'information';
  readonly at?: string;
}

/** One region against one earlier exam: the figures that the page shows. BMD in g/cm2. */
export interface ComparisonShown extends Place {
  readonly regions: string;
  /** YYYY-MM-DD */
  readonly priorDate: string;
  readonly priorExamId: string;
  readonly comparable: boolean;
  readonly why?: readonly string[];
  readonly changeGcm2?: number;
  readonly changePercent?: number;
  readonly lscGcm2?: number;
  readonly significant?: boolean;
  readonly direction?: 'increase' | 'decrease';
}

/** The output of `assess` with the hash of its input: what was suggested, and why. */
export interface Assessment {
  readonly hash: string;
  readonly score: { readonly kind: 'T' | 'Z' | 'none'; readonly rule: string; readonly assumed?: boolean };
  readonly diagnosis: {
    readonly category: Category;
    readonly rule?: string;
    readonly why?: string;
    readonly provisional?: boolean;
    readonly basis?: Place & { readonly region: string; readonly score: number };
  };
  readonly findings?: readonly Finding[];
  readonly comparisons?: readonly ComparisonShown[];
  readonly sentences?: readonly { readonly section: string; readonly text: string; readonly rule: string }[];
}

/** All that a physician needs to judge one exam. What its order says is absent until the order is heard. */
export interface StudyToRead {
  readonly examId: string;
  readonly accessionNumber?: string;
  readonly facilityId: string;
  readonly zone?: string;
  readonly state: ReadingState;
  /** The exam was cancelled; where its scan has arrived all the same, it can be read. */
  readonly cancelled?: boolean;
  readonly version: number;
  readonly claimedBy?: Reader;
  readonly patient?: PatientShown;
  readonly exam: {
    readonly scheduledAt?: string;
    readonly performedOn?: string;
    readonly procedure?: scheduling.ExamScheduledV1['procedure'];
    readonly priority: scheduling.ExamScheduledV1['priority'];
    readonly heightM?: number;
    readonly weightKg?: number;
    readonly indication?: string;
    readonly referrer?: scheduling.ExamDetailsV1['referrer'];
  };
  readonly scanner?: Scanner;
  readonly scans: readonly Scan[];
  readonly instances: readonly Instance[];
  readonly problems: readonly NumbersProblem[];
  readonly numbersMissing: boolean;
  readonly numbersToConfirm?: boolean;
  /** All that was typed by hand, the newest first. */
  readonly typed?: readonly TypedBefore[];
  readonly reviewLapsed?: boolean;
  readonly signedLapsed?: boolean;
  readonly assessment?: Assessment;
  readonly reviewVersion: number;
  readonly review?: {
    readonly quality: readonly reading.ScanQuality[];
    readonly settled?: reading.ReviewContentV1['settled'];
    readonly comment?: string;
    readonly reviewedBy: string;
    readonly reviewedAt: string;
  };
}

/** What a review says to the service. */
export interface ReviewBody {
  readonly quality: readonly reading.ScanQuality[];
  readonly excluded: readonly { readonly region: string; readonly reason: string }[];
  readonly settled?: reading.ReviewContentV1['settled'];
  readonly comment?: string;
  readonly assessmentHash?: string;
}

/** Exams to read, or the newest that were signed. */
export const readingList = (which: 'open' | 'signed') =>
  queryOptions({
    queryKey: ['reading', 'list', which],
    queryFn: ({ signal }) =>
      ask<{ items: readonly ReadingListItem[] }>('reading', which === 'signed' ? '/reading-list?state=signed' : '/reading-list', {
        signal,
      }),
    select: ({ items }) => items,
  });

/** One study to read, whole. */
export const studyToRead = (examId: string) =>
  queryOptions({
    queryKey: ['reading', 'study', examId],
    queryFn: ({ signal }) => ask<StudyToRead>('reading', `/studies-to-read/${examId}`, { signal }),
  });

/** Takes the exam, so that nobody else reads it at the same time; harmless when it is the reader's already. */
export const claimStudy = ({ examId, version }: StudyToRead) =>
  ask<{ version: number }>('reading', `/studies-to-read/${examId}/claim`, { method: 'POST', ifMatch: version });

/** Takes the exam if nobody has, then states the review; answers the review's version, which draft and signature name. */
export const reviewStudy = async (study: StudyToRead, body: ReviewBody): Promise<{ reviewVersion: number }> => {
  const { version } = study.state === 'ready' ? await claimStudy(study) : study;
  return ask('reading', `/studies-to-read/${study.examId}/review`, { method: 'POST', ifMatch: version, body });
};

/** Types or corrects values of an exam that is not signed. */
export const typeValues = ({ examId, version }: StudyToRead, body: TypedBody): Promise<{ version: number }> =>
  ask('reading', `/studies-to-read/${examId}/values`, { method: 'POST', ifMatch: version, body });
