import { z } from 'zod';
import { publishedEvent } from '../contract.js';

/** A physician has taken the exam to read it. Published under examId. */
export const ReadingStarted = publishedEvent(
  'reading',
  'ReadingStarted',
  1,
  z.object({ examId: z.uuid(), facilityId: z.string().min(1), patientId: z.uuid(), readerId: z.string(), startedAt: z.iso.datetime() }),
);

export type ReadingStartedV1 = z.infer<typeof ReadingStarted.schema>;
