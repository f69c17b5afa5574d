import { z } from 'zod';

const scores = z.object({ name: z.string().optional(), sex: z.string().optional() }).optional();

const region = z.object({
  region: z.string(),
  bmd: z.number().optional(),
  bmc: z.number().optional(),
  area: z.number().optional(),
  tScore: z.number().optional(),
  tReference: scores,
  zScore: z.number().optional(),
});

const text = z.string().optional();
const trend = z.object({
  site: z.string(),
  side: text,
  regions: z.string(),
  points: z.array(z.object({ date: z.string(), bmd: z.number().optional() })),
});

/** A study in the exam format, as much of it as is compared. */
export const studySchema = z.object({
  studyInstanceUID: text,
  accessionNumber: text,
  date: text,
  header: z
    .object({ patientId: text, sex: text, birthDate: text, heightCm: z.number().optional(), weightKg: z.number().optional() })
    .optional(),
  scanner: z.object({ manufacturer: text, model: text, serial: text, software: text }).optional(),
  scans: z.array(z.object({ site: z.string(), side: text, regions: z.array(region) })),
  deviceTrends: z.array(trend).optional(),
  problems: z.array(z.object({ code: z.string(), detail: text })).optional(),
});

/** What the readers give. */
export const outputSchema = z.object({ studies: z.array(studySchema) });

/** What lies beside a generated study: what its console has said, and what of it nobody can know. */
export const truthSchema = z.object({
  dialect: z.string(),
  fault: text,
  isRefused: z.boolean(),
  withheld: z.array(z.object({ site: z.string(), side: text, region: z.string(), value: z.string() })),
  studies: z.array(studySchema).length(1),
});

export type Study = z.infer<typeof studySchema>;
export type Region = z.infer<typeof region>;
export type Truth = z.infer<typeof truthSchema>;
