import { z } from 'zod';

/** Delivery's own part of the configuration. */
export const deliveryConfig = {
  /** How long a record system or an archive may take to answer, in milliseconds. */
  answerTimeoutMs: z.coerce.number().int().min(100).default(30_000),
};
