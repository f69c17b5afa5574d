import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isApplicationEntity, isLongString, isShortString } from '../exam/dicom-value.js';

const legal = (isLegal: (value: string) => boolean) => z.string().trim().refine(isLegal, 'this cannot be sent to a densitometer');
const said = z.string().trim().min(1);

/** What a person enters to have an exam scheduled. */
export const examEntry = z.strictObject({
  facilityId: said,
  patient: z.strictObject({
    /** Without an authority: the facility's own number. */
    identifier: z.strictObject({ value: legal(isLongString), authority: said.optional() }),
    name: z.strictObject({ family: said, given: said.optional(), middle: said.optional(), prefix: said.optional(), suffix: said.optional() }),
    birthDate: z.iso.date(),
    sex: z.enum(['female', 'male', 'other', 'unknown']),
    ethnicGroup: said.max(16).optional(),
  }),
  /** ISO 8601 in UTC. */
  scheduledAt: z.iso.datetime(),
  procedure: z.strictObject({ code: said, meaning: said, scheme: said }),
  priority: z.enum(['routine', 'urgent', 'stat']),
  stationAETitle: legal(isApplicationEntity).optional(),
  heightM: z.number().min(0.4).max(2.5).optional(),
  weightKg: z.number().min(2).max(450).optional(),
  accessionNumber: legal(isShortString).optional(),
  indication: said.optional(),
  referrer: z.strictObject({ family: said, given: said.optional(), prefix: said.optional(), id: said.optional() }).optional(),
});

export type ExamEntry = z.infer<typeof examEntry>;

/** SHA-256 of an entry: the same values, in whatever order, give the same hash. */
export const entryHash = (entry: ExamEntry): string => {
  const inOrder = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  return createHash('sha256').update(JSON.stringify(entry, inOrder)).digest('hex');
};
