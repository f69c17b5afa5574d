import type { modalityGateway, ObjectRef, OrderNumbers, reading, scheduling } from '@osteon/contracts';
import type { Source } from './source.js';

/** What an order says about the exam, as far as its report shows it. Comes again when that changed. */
export interface ExamNoted {
  readonly type: 'ExamNoted';
  readonly data: Pick<
    scheduling.ExamScheduledV1,
    | 'examId'
    | 'facilityId'
    | 'patientId'
    | 'scheduledAt'
    | 'zone'
    | 'accessionNumber'
    | 'studyInstanceUID'
    | 'procedure'
    | 'orders'
    | 'details'
  > & { readonly source: Source };
}

/** The study that was performed. */
export interface StudyNoted {
  readonly type: 'StudyNoted';
  readonly data: Pick<
    modalityGateway.ScanReceivedV1,
    'examId' | 'facilityId' | 'patientId' | 'acquisitionId' | 'studyInstanceUID'
  > & {
    readonly images: readonly Pick<modalityGateway.StoredInstance, 'site' | 'side' | 'object'>[];
    readonly source: Source;
  };
}

/** A physician has judged the scans; the words lie in reading's store. */
export interface ReviewNoted {
  readonly type: 'ReviewNoted';
  readonly data: Omit<reading.ScanReviewedV1, 'reviewedAt'> & { readonly source: Source };
}

/** The numbers have changed since that review: no draft of it may be signed. */
export interface ReviewLapseNoted {
  readonly type: 'ReviewLapseNoted';
  readonly data: Pick<reading.ReviewLapsedV1, 'examId' | 'facilityId' | 'patientId' | 'reviewVersion' | 'because'> & { readonly source: Source };
}

/** The report stands as a draft for one review. Comes again when a newer review, or a change of the order, replaces it. */
export interface ReportDrafted {
  readonly type: 'ReportDrafted';
  readonly data: {
    readonly reviewVersion: number;
    /** Study that was performed. */
    readonly studyInstanceUID: string;
    readonly content: ObjectRef;
  };
}

/** A physician has changed words of the draft. */
export interface DraftTextEdited {
  readonly type: 'DraftTextEdited';
  readonly data: { readonly reviewVersion: number; readonly content: ObjectRef };
}

/** A physician has taken responsibility for the text exactly as it was shown. */
export interface ReportSigned {
  readonly type: 'ReportSigned';
  readonly data: {
    readonly revision: number;
    readonly reviewVersion: number;
    readonly signedBy: string;
    readonly signedAt: string;
    readonly studyInstanceUID: string;
    readonly accessionNumber: string;
    readonly orders: readonly OrderNumbers[];
    readonly content: ObjectRef;
    readonly pdf: ObjectRef;
    readonly patientBlock: ObjectRef;
    readonly signature: ObjectRef;
  };
}

export type ReportEvent = ExamNoted | StudyNoted | ReviewNoted | ReviewLapseNoted | ReportDrafted | DraftTextEdited | ReportSigned;
