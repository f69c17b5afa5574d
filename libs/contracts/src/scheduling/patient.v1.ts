import { z } from 'zod';
import { compactedState } from '../contract.js';

/** DICOM/HL7 name parts, already in the right order for their names (XPN and PN order them differently). */
export const personName = z.object({
  family: z.string(),
  given: z.string().optional(),
  middle: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

/** Demographics of one patient, the latest version; key is patientId. A tombstone erases the person. */
export const Patient = compactedState(
  'scheduling',
  { name: 'Patient', version: 1, topic: 'patients' },
  z.object({
    patientId: z.uuid(),
    version: z.number().int().positive(),
    /** The same person is known as this other patient, who stays; it can be undone. */
    mergedInto: z.uuid().optional(),
    /** PID-3: an identifier is a key only together with its assigning authority. Those that are not used any more come last. */
    identifiers: z.array(
      z.object({
        value: z.string().min(1),
        authority: z.string().min(1),
        type: z.string().optional(),
        /** Not used any more after a merge or a change; images may still carry it. */
        retired: z.boolean().optional(),
      }),
    ),
    name: personName,
    /** YYYY-MM-DD */
    birthDate: z.iso.date().optional(),
    sex: z.enum(['female', 'male', 'other', 'unknown']),
    /** DICOM (0010,2160), at most 16 characters. */
    ethnicGroup: z.string().max(16).optional(),
  }),
);

export type PersonName = z.infer<typeof personName>;
export type PatientV1 = z.infer<typeof Patient.schema>;
