import type { HeardFrom } from './hearing.js';
import type { KafkaRecord } from './kafka-port.js';
import { Unfit } from './unfit.js';

/** Reads the CloudEvents headers of a record (1.0, binary mode); throws Unfit with the header's name. */
export const heardFrom = ({ headers, key }: KafkaRecord): HeardFrom => {
  const required = (name: string): string => {
    const value = headers[name];
    if (!value) throw new Unfit('malformed', `header ${name} is missing`);
    return value;
  };
  if (required('ce_specversion') !== '1.0') throw new Unfit('malformed', 'header ce_specversion is not 1.0');
  const streamVersion = Number(headers.ce_streamversion ?? 0);
  if (!Number.isSafeInteger(streamVersion) || streamVersion < 0)
    throw new Unfit('malformed', 'header ce_streamversion is no version');
  const eventId = required('ce_id');
  return {
    eventId,
    type: required('ce_type'),
    subject: required('ce_subject'),
    at: required('ce_time'),
    facilityId: required('ce_facilityid'),
    correlationId: headers.ce_correlationid ?? eventId,
    streamVersion,
    key,
    ...(headers.ce_traceparent === undefined ? {} : { traceparent: headers.ce_traceparent }),
  };
};
