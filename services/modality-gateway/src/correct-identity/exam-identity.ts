import { z } from 'zod';
import { scheduling } from '@osteon/contracts';

/** Whom and what an exam names, as objects carry it. Erasable: lies in the object store, never in an event. */
export const examIdentity = z.object({
  /** The facility's own number, else the first that there is. */
  identifier: z.object({ value: z.string(), authority: z.string() }).optional(),
  name: scheduling.personName,
  /** YYYY-MM-DD */
  birthDate: z.iso.date().optional(),
  sex: z.enum(['female', 'male', 'other', 'unknown']),
  accessionNumber: z.string(),
  /** Of all orders that the exam answers: an object may name any of them. */
  accessionNumbers: z.array(z.string()),
});

export type ExamIdentity = z.infer<typeof examIdentity>;
