import { z } from 'zod';
import { publishedEvent } from '../contract.js';

/** The patient of an exam is here; said by the front desk or by a message. It never decides whether the worklist shows the exam. Published under examId. */
export const PatientArrived = publishedEvent(
  'scheduling',
  'PatientArrived',
  1,
  z.object({ examId: z.uuid(), facilityId: z.string().min(1), patientId: z.uuid(), arrivedAt: z.iso.datetime() }),
);

export type PatientArrivedV1 = z.infer<typeof PatientArrived.schema>;
