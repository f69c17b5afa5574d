import { z } from 'zod';
import { publishedEvent } from '../contract.js';

/** The device says that it has begun an exam (MPPS IN PROGRESS). Published under examId. */
export const ScanStarted = publishedEvent(
  'modality-gateway',
  'ScanStarted',
  1,
  z.object({
    /** The performed procedure step; one exam can have several. */
    stepId: z.uuid(),
    examId: z.uuid(),
    facilityId: z.string().min(1),
    deviceId: z.string(),
  }),
);

export type ScanStartedV1 = z.infer<typeof ScanStarted.schema>;
