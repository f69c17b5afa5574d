import { region, scan, scanner, scoreReference, sides, valueSource } from '@osteon/contracts';
import { z } from 'zod';

const text = z.string().min(1);
const date = z.iso.date();
const positive = z.number().positive();

/** Why a vertebra or region is left out, and what a reader sees in a scan: one vocabulary. */
export const qualityKinds = [
  'positioning',
  'artefact',
  'movement',
  'degenerative',
  'fracture',
  'hardware',
  'insufficient-area',
  'other',
] as const;

export const qualityStatuses = ['adequate', 'limited', 'not-interpretable'] as const;

const row = region
  .extend({
    tReference: scoreReference.strict().optional(),
    zReference: scoreReference.strict().optional(),
    sources: z.array(valueSource.strict()).optional(),
  })
  .strict();

const quality = z.strictObject({
  status: z.enum(qualityStatuses),
  findings: z
    .array(z.strictObject({ kind: z.enum(qualityKinds), region: text.optional(), note: z.string().optional() }))
    .optional(),
  note: z.string().optional(),
});

const measuredScan = scan
  .extend({
    side: z.enum([...sides, 'both']).optional(),
    hand: z.enum(['dominant', 'non-dominant']).optional(),
    regions: z.array(row),
    quality: quality.optional(),
    excluded: z.array(z.strictObject({ region: text, reason: z.enum(qualityKinds) })).optional(),
    sources: z.array(valueSource.strict()).optional(),
  })
  .strict();

const header = z.strictObject({
  patientId: text.optional(),
  sex: z.enum(['female', 'male', 'unknown']).optional(),
  birthDate: date.optional(),
  heightCm: positive.optional(),
  weightKg: positive.optional(),
});

/** One exam of one day on one scanner; a study that the readers give becomes one by adding `examId`. */
export const examShape = z.strictObject({
  examId: text,
  date,
  indication: text.optional(),
  scanner: scanner.strict(),
  header: header.optional(),
  scans: z.array(measuredScan),
  sources: z.array(valueSource.strict()).optional(),
  studyInstanceUID: text.optional(),
  accessionNumber: text.optional(),
  deviceTrends: z
    .array(
      z.strictObject({
        site: text,
        side: text.optional(),
        regions: text,
        points: z.array(z.strictObject({ date, bmd: z.number() })),
      }),
    )
    .optional(),
  problems: z.array(z.strictObject({ code: text, detail: z.string().optional(), sopInstanceUID: text.optional() })).optional(),
  objects: z
    .array(
      z.strictObject({
        sopInstanceUID: text,
        kind: text,
        site: text.optional(),
        side: text.optional(),
        supersededBy: text.optional(),
      }),
    )
    .optional(),
  supersededBy: text.optional(),
  deviceFrax: z
    .strictObject({
      majorPercent: z.number().optional(),
      hipPercent: z.number().optional(),
      sources: z.array(valueSource.strict()),
    })
    .optional(),
  reanalysed: z
    .array(
      z.strictObject({
        site: text,
        side: text.optional(),
        region: text,
        field: text,
        before: z.number(),
        now: z.number(),
      }),
    )
    .optional(),
});

export type Exam = z.infer<typeof examShape>;
export type MeasuredScan = z.infer<typeof measuredScan>;
export type Row = z.infer<typeof row>;
export type QualityStatus = (typeof qualityStatuses)[number];
export type QualityKind = (typeof qualityKinds)[number];
