import { z } from 'zod';
import { readCondition, type Condition } from './condition.js';

const text = z.string().min(1);
const percent = z.number().positive().max(100);
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'is not a code such as WOMAN_OF_65_OR_OLDER');

/** A condition is checked as it is read: what is not known is refused here, with the expression. */
const condition = text.transform((says, context): Condition => {
  const read = readCondition(says);
  if (!('problems' in read)) return read;
  for (const problem of read.problems) context.addIssue({ code: 'custom', message: `${problem}, in: ${says}` });
  return z.NEVER;
});

/** One text in the languages of reports; English stands in for a missing one. */
export const words = z.strictObject({ en: text, de: text.optional(), es: text.optional(), fr: text.optional() });

/** S read in a source, D computed from one, M well known and not re-read: M never enters a report by itself. `site`: decided there. */
const grounds = { source: text, grade: z.enum(['S', 'D', 'M', 'site']) };

/** The advice that a site may decide; all other advice is code. */
export const adviceOfPolicies = ['VFA_INDICATED', 'FOREARM_INDICATED', 'LOOK_FOR_SECONDARY_CAUSES'] as const;

const reason = z.strictObject({ because: code, when: condition });

const adviceRule = z.strictObject({
  code: z.enum(adviceOfPolicies, 'is not advice that a policy may decide'),
  /** Each must hold. */
  all: z.array(reason).optional(),
  /** One at least must hold; an empty list switches the advice off. */
  any: z.array(reason),
  ...grounds,
});

const nextExam = z.strictObject({
  /** The first that holds counts. */
  rows: z.array(z.strictObject({ because: code, months: z.number().int().min(1).max(120), when: condition })),
  ...grounds,
});

const treatmentThreshold = z.strictObject({
  country: text,
  /** The country as a risk model may write it, in any case. */
  written: z.array(text).min(1),
  majorPercent: percent,
  hipPercent: percent,
  when: condition,
  ...grounds,
  grade: z.enum(['S', 'D', 'site'], 'is not one that a threshold may rest on: S, D or site'),
});

const boneTreatment = z.strictObject({
  kind: text,
  /** Parts of names, in any case. */
  written: z.array(z.string().min(4)).min(1),
  treatedForYears: z.union([z.literal(1), z.literal(2)]),
});

const siteSentence = z.strictObject({
  rule: z.string().regex(/^SITE_[A-Z0-9_]+$/, 'does not begin with SITE_'),
  section: z.enum(['history', 'technique', 'advice', 'patient-letter'], 'is not a section that a policy may add to'),
  when: condition,
  text: words,
});

const question = z.strictObject({
  asks: z.enum([
    'fragilityFractures',
    'parentHipFracture',
    'currentSmoker',
    'alcoholUnitsPerDay',
    'rheumatoidArthritis',
    'glucocorticoids',
    'secondaryCauses',
    'historicalHeightLossCm',
    'reportedVertebralFracture',
    'treatments',
    'pregnant',
    'recentContrast',
    'menopausalStatus',
    'childhoodFractures',
  ]),
  when: condition,
  text: words,
});

/** Numbers that a site may choose, within limits that keep what guards patients: a status is never assumed below 60, a grade 2 is always a fracture. */
const values = z.strictObject({
  /** From this age on an unstated menopausal status counts as after menopause. */
  postmenopausalAssumedFromYears: z.number().int().min(60).max(120),
  /** Genant grade from which VFA has found a fracture. */
  vertebralFractureGrade: z.union([z.literal(1), z.literal(2)]),
  /** Printed T-score above a neighbour from which a vertebra is suggested to be left out. */
  exclusionMargin: z.number().min(0.5).max(3),
  /** Whether the 33 % radius decides too where spine and hip can be used. */
  radius33: z.enum(['where-needed', 'always']),
});

const name = {
  policy: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'is not a name such as north-hospital'),
  version: z.number().int().positive(),
  title: text,
};

/** What an example says must come out; what it does not name may be anything. */
const expectation = z.strictObject({
  advice: z.array(z.strictObject({ code: text, because: z.array(text).optional(), months: z.number().optional() })).optional(),
  notAdvised: z.array(text).optional(),
  category: text.optional(),
  sentences: z.array(text).optional(),
  noSentences: z.array(text).optional(),
});

const examples = z.array(z.strictObject({ name: text, exam: z.unknown(), expect: expectation }));

const parts = {
  advice: z.array(adviceRule),
  nextExam,
  treatmentThresholds: z.array(treatmentThreshold),
  boneTreatments: z.array(boneTreatment),
  secondaryCauses: z.array(text),
  questionnaire: z.array(question),
  /** Words for reasons that the library does not know. */
  reasons: z.record(code, words),
  sentences: z.array(siteSentence),
};

/** A whole policy, standing on its own. */
export const wholePolicy = z.strictObject({ ...name, values, ...parts, examples });

/** What a site changes in a stored policy: lists grow by code, country or rule, tables are replaced. */
export const overlayPolicy = z.strictObject({
  ...name,
  base: z.string().regex(/^[a-z0-9-]+@[1-9]\d*$/, 'does not name a policy and its version, as default@1'),
  values: values.partial().optional(),
  ...z.strictObject(parts).partial().shape,
  examples,
});

export type WholePolicy = z.infer<typeof wholePolicy>;
export type OverlayPolicy = z.infer<typeof overlayPolicy>;
export type Words = z.infer<typeof words>;
export type Example = WholePolicy['examples'][number];
