import { z } from 'zod';

/** Who took responsibility for which text, when and in what sense; lies in the object store beside the report. */
export const reportSignature = z.object({
  reportId: z.uuid(),
  revision: z.number().int().positive(),
  reviewVersion: z.number().int().positive(),
  /** SHA-256 of the content as it was shown. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  signedBy: z.string(),
  /** As the verified sign-in named them. */
  signerName: z.string(),
  /** ISO 8601 in UTC; the facility's zone beside it. */
  signedAt: z.iso.datetime(),
  zone: z.string(),
  /** What the signature means, in words. */
  meaning: z.string(),
});

export type ReportSignatureV1 = z.infer<typeof reportSignature>;
