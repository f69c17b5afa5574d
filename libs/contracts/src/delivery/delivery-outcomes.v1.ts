import { z } from 'zod';
import { publishedEvent } from '../contract.js';

const delivery = z.object({
  deliveryId: z.uuid(),
  reportId: z.uuid(),
  examId: z.uuid(),
  facilityId: z.string().min(1),
  revision: z.number().int().positive(),
  destination: z.object({ id: z.string(), kind: z.enum(['emr', 'pacs']) }),
  attempts: z.number().int().positive(),
  /** MSH-10 of the message, or SOP Instance UID of the object: the same at every attempt. */
  identity: z.string(),
});

/** The peer has acknowledged that it keeps the report. Published under examId. */
export const ReportDelivered = publishedEvent('delivery', 'ReportDelivered', 1, delivery.extend({ answer: z.string(), deliveredAt: z.iso.datetime() }));

/** The peer has refused for good; a person decides. Published under examId. */
export const DeliveryRefused = publishedEvent('delivery', 'DeliveryRefused', 1, delivery.extend({ answer: z.string() }));

/** It may have arrived: no answer came. Sent again only under the same identity. Published under examId. */
export const DeliveryUncertain = publishedEvent('delivery', 'DeliveryUncertain', 1, delivery.extend({ why: z.string() }));

export type ReportDeliveredV1 = z.infer<typeof ReportDelivered.schema>;
export type DeliveryRefusedV1 = z.infer<typeof DeliveryRefused.schema>;
export type DeliveryUncertainV1 = z.infer<typeof DeliveryUncertain.schema>;
