import { z } from 'zod';
import { publishedEvent } from '../contract.js';

/** A draft of the report stands for one review. Published under examId. */
export const ReportDrafted = publishedEvent(
  'reporting',
  'ReportDrafted',
  1,
  z.object({
    reportId: z.uuid(),
    examId: z.uuid(),
    facilityId: z.string().min(1),
    reviewVersion: z.number().int().positive(),
    /** SHA-256 of the draft's content; a signature names what was shown by it. */
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
);

export type ReportDraftedV1 = z.infer<typeof ReportDrafted.schema>;
