import { z } from 'zod';
import { publishedEvent } from '../contract.js';

/** Every order of an exam was cancelled before it was scanned: nobody is to be scanned. An ExamScheduled after it takes it up again. Published under examId. */
export const ExamCancelled = publishedEvent(
  'scheduling',
  'ExamCancelled',
  1,
  z.object({
    examId: z.uuid(),
    facilityId: z.string().min(1),
    patientId: z.uuid(),
    accessionNumber: z.string().min(1).max(16),
  }),
);

export type ExamCancelledV1 = z.infer<typeof ExamCancelled.schema>;
