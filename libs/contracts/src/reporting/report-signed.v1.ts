import { z } from 'zod';
import { publishedEvent } from '../contract.js';
import { objectRef } from '../shared/object-ref.js';
import { orderNumbers } from '../shared/order-numbers.js';

/** A physician has taken responsibility; the report goes to whoever ordered it. Published under examId. */
export const ReportSigned = publishedEvent(
  'reporting',
  'ReportSigned',
  1,
  z.object({
    reportId: z.uuid(),
    examId: z.uuid(),
    facilityId: z.string().min(1),
    patientId: z.uuid(),
    /** 1 for the first signature. */
    revision: z.number().int().positive(),
    reviewVersion: z.number().int().positive(),
    signedBy: z.string(),
    signedAt: z.iso.datetime(),
    /** Study Instance UID that was performed. */
    studyInstanceUID: z.string(),
    accessionNumber: z.string(),
    orders: z.array(orderNumbers).min(1),
    pdf: objectRef,
    /** JSON `ReportContent`, whose hash is what was signed. */
    content: objectRef,
    /** JSON of the patient as frozen at signing. */
    patientBlock: objectRef,
    /** JSON `ReportSignature`: with the signer's name. */
    signature: objectRef.optional(),
  }),
);

export type ReportSignedV1 = z.infer<typeof ReportSigned.schema>;
