import { z } from 'zod';
import { publishedEvent } from '../contract.js';
import { scan, scanner, sides, sites, valueFields } from '../shared/exam-format.js';
import { objectRef } from '../shared/object-ref.js';

/** One stored DICOM object of a study. */
export const storedInstance = z.object({
  sopInstanceUID: z.string(),
  sopClassUID: z.string(),
  seriesInstanceUID: z.string(),
  kind: z.enum(['image', 'results', 'other']),
  site: z.enum(sites).optional(),
  side: z.enum(sides).optional(),
  object: objectRef,
});

/** What the other services hear of a study that has met its exam. */
export const receivedScan = z.object({
  acquisitionId: z.uuid(),
  examId: z.uuid(),
  facilityId: z.string().min(1),
  patientId: z.uuid(),
  studyInstanceUID: z.string(),
  /** Which rule said that it is complete. */
  completeBy: z.enum(['mpps', 'profile', 'quiet-time']),
  /** How it met its exam. */
  matchedBy: z.enum(['study-instance-uid', 'accession-number', 'procedure-step', 'hand']),
  deviceId: z.string(),
  scanner,
  /** YYYY-MM-DD, StudyDate in the facility's zone. */
  performedOn: z.iso.date().optional(),
  scans: z.array(scan),
  /** Codes of exam-format `problems`; details lie in the readers' output. */
  problems: z.array(
    z.object({
      code: z.string(),
      sopInstanceUID: z.string().optional(),
      /** The value that was withheld, where the problem is about one. */
      site: z.enum(sites).optional(),
      side: z.enum(sides).optional(),
      region: z.string().optional(),
      field: z.enum(valueFields).optional(),
    }),
  ),
  /** JSON: the readers' whole output. */
  readerOutput: objectRef,
  instances: z.array(storedInstance).min(1),
});

/** A study is complete and its numbers were looked for. Published under examId. */
export const ScanReceived = publishedEvent('modality-gateway', 'ScanReceived', 1, receivedScan);

export type StoredInstance = z.infer<typeof storedInstance>;
export type ScanReceivedV1 = z.infer<typeof ScanReceived.schema>;
