import { createHash } from 'node:crypto';

/** Where and when something was said, in the words of CloudEvents 1.0. */
export interface Said {
  readonly eventId: string;
  /** Name of the service that says it. */
  readonly service: string;
  readonly type: string;
  readonly at: string;
  /** The stream, or topic and key of a state, that it is about. */
  readonly subject: string;
  readonly version?: number;
  readonly facilityId: string;
  readonly correlationId: string;
  readonly causationId?: string;
}

const hex = (text: string, digits: number): string => createHash('sha256').update(text).digest('hex').slice(0, digits);

/** W3C trace context of a correlation id: one trace from the order to the last acknowledgement. Not sampled. */
const traceparent = ({ correlationId, eventId }: Said): string => `00-${hex(correlationId, 32)}-${hex(eventId, 16)}-00`;

/** The Kafka headers of a message: CloudEvents 1.0, binary mode (Kafka protocol binding 3.2). */
export const cloudEventHeaders = (said: Said): Record<string, string> => ({
  'content-type': 'application/json',
  ce_specversion: '1.0',
  ce_id: said.eventId,
  ce_source: `/osteon/${said.service}`,
  ce_type: said.type,
  ce_time: said.at,
  ce_subject: said.subject,
  ce_traceparent: traceparent(said),
  ce_correlationid: said.correlationId,
  ...(said.causationId === undefined ? {} : { ce_causationid: said.causationId }),
  ...(said.version === undefined ? {} : { ce_streamversion: String(said.version) }),
  ce_facilityid: said.facilityId,
});
