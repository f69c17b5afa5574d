import { z } from 'zod';
import { publishedEvent } from '../contract.js';

/** A study that no exam claims for certain: kept, listed, matched by a person. Published under acquisitionId. */
export const ScanUnmatched = publishedEvent(
  'modality-gateway',
  'ScanUnmatched',
  1,
  z.object({
    acquisitionId: z.uuid(),
    facilityId: z.string().min(1),
    studyInstanceUID: z.string(),
    state: z.enum(['ambiguous', 'suggested', 'unmatched']),
    /** Exams that could be meant, where there are such. */
    candidates: z.array(z.uuid()),
    why: z.array(z.string()),
  }),
);

export type ScanUnmatchedV1 = z.infer<typeof ScanUnmatched.schema>;
