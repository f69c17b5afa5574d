import { sides, sites } from '@osteon/contracts';
import { z } from 'zod';
import { examShape } from './exam-shape.js';
import { intakeShape, patientShape } from './patient-shape.js';

const text = z.string().min(1);
const date = z.iso.date();
const percent = z.number().min(0).max(100);
const comparedSite = { site: z.enum(sites), side: z.enum(sides).optional(), regions: text };

const precision = z.strictObject({
  scannerSerial: text,
  ...comparedSite,
  lscGcm2: z.number().positive(),
  validFrom: date.optional(),
});

const crossCalibration = z.strictObject({
  fromSerial: text,
  toSerial: text,
  ...comparedSite,
  method: z.enum(['phantom', 'patients']),
  slope: z.number(),
  intercept: z.number(),
  lscGcm2: z.number().positive().optional(),
  pairs: z.number().int().positive().optional(),
});

const frax = z.strictObject({
  majorPercent: percent,
  hipPercent: percent.optional(),
  country: text.optional(),
  population: text.optional(),
  version: text.optional(),
  withBmd: z.boolean().optional(),
  inputDevice: text.optional(),
  neckBmd: z.number().optional(),
  neckTScore: z.number().optional(),
  tbsAdjusted: z.boolean().optional(),
});

const tbs = z.strictObject({ value: z.number(), regions: text.optional(), version: text.optional(), bmi: z.number().optional() });

const vfa = z.strictObject({
  status: z.enum(['yes', 'no', 'maybe', 'indeterminate']),
  levelsNotEvaluable: z.array(text).optional(),
  findings: z
    .array(
      z.strictObject({ level: text, grade: z.number().int().min(0).max(3), shape: text.optional(), newSince: date.optional() }),
    )
    .optional(),
});

const scannerQuality = z.strictObject({
  scannerSerial: text,
  date,
  status: z.enum(['in-control', 'out-of-control', 'not-done']),
});

const whole = z.strictObject({
  patient: patientShape,
  intake: intakeShape.optional(),
  exam: examShape,
  priors: z.array(examShape).optional(),
  precision: z.array(precision).optional(),
  crossCalibrations: z.array(crossCalibration).optional(),
  frax: frax.optional(),
  tbs: tbs.optional(),
  vfa: vfa.optional(),
  scannerQuality: z.array(scannerQuality).optional(),
  policy: text.optional(),
  language: z.enum(['en', 'de', 'es', 'fr']).optional(),
});

export type AssessInput = z.infer<typeof whole>;
export type Language = NonNullable<AssessInput['language']>;

interface DateOrder {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const before = (earlier: string, later: string | undefined): boolean =>
  later === undefined || earlier <= later.slice(0, earlier.length);

const datesOutOfOrder = ({ patient, intake, exam, priors }: AssessInput): DateOrder[] => [
  ...(before(patient.birthDate, exam.date) ? [] : [{ path: ['exam', 'date'], message: 'is before the birth date' }]),
  ...(priors ?? []).flatMap((prior, i) => [
    ...(before(prior.date, exam.date) ? [] : [{ path: ['priors', i, 'date'], message: 'is after the exam' }]),
    ...(before(patient.birthDate, prior.date) ? [] : [{ path: ['priors', i, 'date'], message: 'is before the birth date' }]),
  ]),
  ...(intake?.treatments ?? []).flatMap(({ from, to }, i) =>
    before(from.slice(0, to?.length), to) ? [] : [{ path: ['intake', 'treatments', i, 'to'], message: 'is before the start' }],
  ),
];

/**
 * An exam with its context, as exam-format describes it. A field that is not known is a problem, and so are dates in an
 * impossible order; implausible numbers are not: they are findings of the assessment.
 */
export const assessInput = whole.superRefine((input, context) => {
  for (const { path, message } of datesOutOfOrder(input)) context.addIssue({ code: 'custom', path: [...path], message });
});
