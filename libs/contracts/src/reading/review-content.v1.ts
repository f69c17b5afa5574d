import { z } from 'zod';
import { scan, scanner, sides, sites } from '../shared/exam-format.js';

/** Technical quality of one scan, as the physician states it. Never assumed. */
export const scanQuality = z.object({
  site: z.enum(sites),
  side: z.enum(sides).optional(),
  status: z.enum(['adequate', 'limited', 'not-interpretable']),
  note: z.string().optional(),
});

/** What the reader says to a finding that holds up signing (exam-format, `findings`). */
export const settledFinding = z.object({
  code: z.string().min(1).max(100),
  at: z.string().max(500),
  reason: z.string().trim().min(1).max(1_000),
});

const sentence = z.object({
  section: z.enum(['history', 'technique', 'findings', 'comparison', 'assessment', 'advice', 'patient-letter']),
  text: z.string(),
  rule: z.string(),
  ruleVersion: z.string(),
  values: z.record(z.string(), z.unknown()),
});

const policyName = { id: z.string().min(1), version: z.number().int().positive() };

/** What a review says, whole: the numbers that were judged, the judgement and every sentence with its rule and values. */
export const reviewContent = z.object({
  examId: z.uuid(),
  scanner,
  performedOn: z.iso.date().optional(),
  scans: z.array(scan),
  quality: z.array(scanQuality),
  excluded: z.array(z.object({ region: z.string(), reason: z.string() })),
  /** Output of `assess` (exam-format), as it was decided. */
  assessment: z.object({
    score: z.object({ kind: z.enum(['T', 'Z', 'none']), rule: z.string(), assumed: z.boolean().optional() }),
    diagnosis: z.looseObject({
      category: z.enum(['normal', 'low-bone-density', 'osteoporosis', 'within-expected-range', 'below-expected-range', 'none']),
      rule: z.string(),
    }),
  }),
  sentences: z.array(sentence),
  /** The policy by which it was judged, and the one that it stands on. Absent in reviews from before there were policies. */
  policy: z.object({ ...policyName, base: z.object(policyName).optional() }).optional(),
  /** Findings that held up signing, each with the reason why it was signed all the same. */
  settled: z.array(settledFinding).optional(),
  /** The physician's own words, where there are such. */
  comment: z.string().optional(),
});

export type ScanQuality = z.infer<typeof scanQuality>;
export type ReviewContentV1 = z.infer<typeof reviewContent>;
