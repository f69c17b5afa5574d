import { z } from 'zod';
import { publishedEvent } from '../contract.js';

/** Every object of the study that may be forwarded was answered with success by the PACS. Published under examId. */
export const ImagesArchived = publishedEvent(
  'modality-gateway',
  'ImagesArchived',
  1,
  z.object({
    acquisitionId: z.uuid(),
    examId: z.uuid(),
    facilityId: z.string().min(1),
    archiveId: z.string(),
    instances: z.number().int().positive(),
  }),
);

export type ImagesArchivedV1 = z.infer<typeof ImagesArchived.schema>;
