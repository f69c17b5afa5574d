import { z } from 'zod';

/** HL7 EI: a number and the namespace that issued it. */
export const entityIdentifier = z.object({ value: z.string().min(1), namespace: z.string().optional() });

/** One order that an exam answers: ORC-2, ORC-3, OBR-4 and what Osteon or the sender made of them. */
export const orderNumbers = z.object({
  placerOrderNumber: entityIdentifier.optional(),
  fillerOrderNumber: entityIdentifier.optional(),
  accessionNumber: z.string().min(1).max(16),
  studyInstanceUID: z.string().min(1).max(64),
  service: z.object({ code: z.string(), meaning: z.string(), scheme: z.string() }),
});

export type EntityIdentifier = z.infer<typeof entityIdentifier>;
export type OrderNumbers = z.infer<typeof orderNumbers>;
