import { z } from 'zod';
import { publishedEvent } from '../contract.js';

/** The patient of an exam is not here after all. Published under examId. */
export const ArrivalTakenBack = publishedEvent(
  'scheduling',
  'ArrivalTakenBack',
  1,
  z.object({ examId: z.uuid(), facilityId: z.string().min(1), patientId: z.uuid(), takenBackAt: z.iso.datetime() }),
);

export type ArrivalTakenBackV1 = z.infer<typeof ArrivalTakenBack.schema>;
