import type { reporting, scheduling } from '@osteon/contracts';

/** What a signed report is made of, as reporting keeps it. */
export interface ReportDocuments {
  readonly signed: reporting.ReportSignedV1;
  readonly content: reporting.ReportContentV1;
  readonly patient: scheduling.PatientV1;
  /** Where reporting names the signer. */
  readonly signature?: reporting.ReportSignatureV1;
  readonly pdf: Buffer;
}

/** When the scan was made: the day that the device states, else the scheduled time. */
export const performedAt = ({ review, scheduledAt }: reporting.ReportContentV1): { day: string } | { time: string } =>
  review.performedOn === undefined ? { time: scheduledAt } : { day: review.performedOn };
