import { z } from 'zod';
import { publishedEvent } from '../contract.js';

/** The numbers of a reviewed exam are no longer those that were reviewed: no draft of this review may be signed. Published under examId. */
export const ReviewLapsed = publishedEvent(
  'reading',
  'ReviewLapsed',
  1,
  z.object({
    examId: z.uuid(),
    facilityId: z.string().min(1),
    patientId: z.uuid(),
    /** The newest review, which lapses with all before it. */
    reviewVersion: z.number().int().positive(),
    because: z.enum(['VALUE_TYPED', 'NEW_SCAN']),
  }),
);

export type ReviewLapsedV1 = z.infer<typeof ReviewLapsed.schema>;
