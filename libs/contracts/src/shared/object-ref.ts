import { z } from 'zod';

/** Bytes in the object store: key `<service>/<sha256>`, size in bytes, media type. */
export const objectRef = z.object({
  key: z.string().regex(/^[a-z-]+\/[0-9a-f]{64}$/),
  size: z.number().int().nonnegative(),
  mediaType: z.string().min(1),
});

export type ObjectRef = z.infer<typeof objectRef>;
