import { z } from 'zod';

const text = z.string().min(1);
const positive = z.number().positive();
const notNegative = z.number().nonnegative();
/** A day, a month or a year: `2023-01-15`, `2023-01`, `2023`. */
const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** Whom the exam is about, as far as a judgement needs it: no name. */
export const patientShape = z.strictObject({
  id: text,
  sex: z.enum(['female', 'male', 'unknown']),
  birthDate: z.iso.date(),
  menopausalStatus: z.enum(['pre', 'transition', 'post', 'unknown']).optional(),
  sexForZScore: z.enum(['female', 'male']).optional(),
  ethnicGroup: text.optional(),
  heightCm: positive.optional(),
  weightKg: positive.optional(),
});

/** What the patient or the referrer has answered. Absent: not asked. */
export const intakeShape = z.strictObject({
  fragilityFractures: z.array(z.strictObject({ site: text, year: z.number().int().optional() })).optional(),
  childhoodFractures: z
    .array(z.strictObject({ site: text, ageYears: notNegative.optional(), trauma: z.enum(['low', 'high']).optional() }))
    .optional(),
  parentHipFracture: z.boolean().optional(),
  currentSmoker: z.boolean().optional(),
  alcoholUnitsPerDay: notNegative.optional(),
  rheumatoidArthritis: z.boolean().optional(),
  glucocorticoids: z.strictObject({ prednisoneMgPerDay: notNegative, months: notNegative }).optional(),
  secondaryCauses: z.array(text).optional(),
  historicalHeightLossCm: notNegative.optional(),
  reportedVertebralFracture: z.boolean().optional(),
  treatments: z.array(z.strictObject({ drug: text, from: partialDate, to: partialDate.optional() })).optional(),
  pregnant: z.boolean().optional(),
  recentContrast: z.boolean().optional(),
});

export type Patient = z.infer<typeof patientShape>;
export type Intake = z.infer<typeof intakeShape>;
