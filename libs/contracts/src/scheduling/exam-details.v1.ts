import { z } from 'zod';

/** What an order says in words; lies in the object store, never in an event. */
export const examDetails = z.object({
  indication: z.string().optional(),
  /** Referring physician, ORC-12 / OBR-16. */
  referrer: z.object({ id: z.string().optional(), family: z.string(), given: z.string().optional(), prefix: z.string().optional() }).optional(),
  procedureDescription: z.string().optional(),
});

export type ExamDetailsV1 = z.infer<typeof examDetails>;
