import { z } from 'zod';

/** One stored event as a service's operations API tells it. */
export const toldEvent = z.object({
  streamId: z.string(),
  streamVersion: z.number(),
  type: z.string(),
  at: z.string(),
  by: z.string(),
  facilityId: z.string(),
  correlationId: z.string(),
  data: z.unknown(),
});

export type ToldEvent = z.infer<typeof toldEvent> & { readonly service: string };

export const serviceNames = ['scheduling', 'modality-gateway', 'reading', 'reporting', 'delivery'] as const;

export type ServiceName = (typeof serviceNames)[number];
