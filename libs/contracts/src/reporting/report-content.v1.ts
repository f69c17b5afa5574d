import { z } from 'zod';
import { reviewContent } from '../reading/review-content.v1.js';
import { examDetails } from '../scheduling/exam-details.v1.js';
import { objectRef } from '../shared/object-ref.js';
import { sides, sites } from '../shared/exam-format.js';
import { Patient } from '../scheduling/patient.v1.js';

/** What is signed: the review, the order's words and the text as a reader sees it. Without the patient's identity. */
export const reportContent = z.object({
  reportId: z.uuid(),
  examId: z.uuid(),
  accessionNumber: z.string(),
  studyInstanceUID: z.string(),
  /** ISO 8601 in UTC. */
  scheduledAt: z.iso.datetime(),
  zone: z.string(),
  facility: z.object({ id: z.string(), name: z.string(), letterhead: z.array(z.string()) }),
  procedure: z.object({ code: z.string(), meaning: z.string(), scheme: z.string() }),
  details: examDetails,
  reviewVersion: z.number().int().positive(),
  reviewedBy: z.string(),
  review: reviewContent,
  /** DICOM objects whose pictures the report prints. */
  images: z.array(z.object({ site: z.enum(sites).optional(), side: z.enum(sides).optional(), object: objectRef })).optional(),
  /** Sections in reading order, text as signed. */
  sections: z.array(z.object({ title: z.string(), text: z.string() })),
});

/** The patient as the signed report keeps them: frozen, outside the events. */
export const patientBlock = Patient.heard;

export type ReportContentV1 = z.infer<typeof reportContent>;
