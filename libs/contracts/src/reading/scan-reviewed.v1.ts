import { z } from 'zod';
import { publishedEvent } from '../contract.js';
import { objectRef } from '../shared/object-ref.js';

/** A physician has judged the scans: makes or replaces the draft of the report. Published under examId. */
export const ScanReviewed = publishedEvent(
  'reading',
  'ScanReviewed',
  1,
  z.object({
    examId: z.uuid(),
    acquisitionId: z.uuid(),
    facilityId: z.string().min(1),
    patientId: z.uuid(),
    /** Counts the reviews of this exam from 1; a draft and a signature name it. */
    reviewVersion: z.number().int().positive(),
    reviewedBy: z.string(),
    reviewedAt: z.iso.datetime(),
    /** JSON `ReviewContent` in reading's store. */
    content: objectRef,
  }),
);

export type ScanReviewedV1 = z.infer<typeof ScanReviewed.schema>;
