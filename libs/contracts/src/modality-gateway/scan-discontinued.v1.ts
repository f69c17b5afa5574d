import { z } from 'zod';
import { publishedEvent } from '../contract.js';

/** The device says that it has broken off an exam (MPPS DISCONTINUED). Published under examId. */
export const ScanDiscontinued = publishedEvent(
  'modality-gateway',
  'ScanDiscontinued',
  1,
  z.object({
    stepId: z.uuid(),
    examId: z.uuid(),
    facilityId: z.string().min(1),
    deviceId: z.string(),
    /** Code of the reason (CID 9300), where one was given. */
    reason: z.string().optional(),
    /** Incorrect worklist entry selected (110514): as if it had never begun. */
    wrongEntry: z.boolean(),
  }),
);

export type ScanDiscontinuedV1 = z.infer<typeof ScanDiscontinued.schema>;
