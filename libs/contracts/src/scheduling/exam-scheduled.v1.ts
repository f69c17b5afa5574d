import { z } from 'zod';
import { publishedEvent } from '../contract.js';
import { objectRef } from '../shared/object-ref.js';
import { orderNumbers } from '../shared/order-numbers.js';

/** An exam has a patient, a time and its numbers; the worklist can show it. A later one about the same exam replaces it whole. Published under examId. */
export const ExamScheduled = publishedEvent(
  'scheduling',
  'ExamScheduled',
  1,
  z.object({
    examId: z.uuid(),
    facilityId: z.string().min(1),
    patientId: z.uuid(),
    /** The hearer holds the exam back until its replica of the patient has at least this version. */
    patientVersion: z.number().int().positive(),
    accessionNumber: z.string().min(1).max(16),
    studyInstanceUID: z.string().min(1).max(64),
    requestedProcedureId: z.string().min(1).max(16),
    scheduledProcedureStepId: z.string().min(1).max(16),
    /** ISO 8601 in UTC; the facility's zone beside it. */
    scheduledAt: z.iso.datetime(),
    zone: z.string().min(1),
    /** Absent: all DXA devices of the facility. */
    stationAETitle: z.string().max(16).optional(),
    modality: z.string().min(1).max(16),
    procedure: z.object({ code: z.string(), meaning: z.string(), scheme: z.string() }),
    priority: z.enum(['routine', 'urgent', 'stat']),
    heightM: z.number().positive().optional(),
    weightKg: z.number().positive().optional(),
    orders: z.array(orderNumbers).min(1),
    /** JSON `ExamDetails` in scheduling's store: indication and referrer, which are free text and names. */
    details: objectRef,
  }),
);

export type ExamScheduledV1 = z.infer<typeof ExamScheduled.schema>;
