import type { Contract } from '../contract.js';

const text = (description: string, more: object = {}) => ({ type: 'string', description, ...more });

/** The Kafka headers of every message: CloudEvents 1.0 in binary mode (Kafka protocol binding 3.2), names with `ce_`. */
export const cloudEventHeaders = {
  type: 'object',
  required: ['content-type', 'ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_subject', 'ce_correlationid', 'ce_facilityid'],
  properties: {
    'content-type': { const: 'application/json' },
    ce_specversion: { const: '1.0' },
    ce_id: text('The message. Whoever hears the same id again has heard it already.'),
    ce_source: text('The service that says it.', { pattern: '^/osteon/[a-z-]+$' }),
    ce_type: text('The contract.', { pattern: '^osteon\\.[a-z-]+\\.[A-Za-z]+\\.v[1-9][0-9]*$' }),
    ce_time: text('When it happened, ISO 8601 in UTC.', { format: 'date-time' }),
    ce_subject: text('The stream that it is about, or topic and key of a state.'),
    ce_traceparent: text('W3C trace context: one trace from the order to the last acknowledgement.'),
    ce_correlationid: text('What all that follows from one cause has in common.'),
    ce_causationid: text('The message or request that made this happen.'),
    ce_streamversion: text('Version of the subject, a whole number that grows: a hearer ignores what is not above the last one that it has heard.', { pattern: '^[0-9]+$' }),
    ce_facilityid: text('The hospital; `*` for what belongs to the whole network.'),
  },
} as const;

/** The same, with type and source as one contract has them. */
export const headersOf = ({ type, service }: Contract) => ({
  type: 'object',
  allOf: [
    { $ref: '#/components/schemas/CloudEventHeaders' },
    { properties: { ce_type: { const: type }, ce_source: { const: `/osteon/${service}` } } },
  ],
});
