import { v5 } from 'uuid';
import type { Destination } from './destination.js';

/** Namespaces for UUIDv5 (RFC 9562). They never change: the same revision must have the same numbers for ever. */
const DELIVERIES = '5f6d9c0e-0f5b-4d8e-9c55-6f0a3b1e7d21';
const REPORT_OBJECTS = '8c1a4be2-73d9-4f0c-8a3e-2d7b95c60f14';
const REPORT_SERIES = 'c2e7f85a-41b6-4c93-b0d8-97e4a1f36b52';

interface Revision {
  readonly reportId: string;
  readonly revision: number;
}

/** One delivery for each report revision and destination. */
export const deliveryIdOf = ({ reportId, revision }: Revision, { kind, id }: Destination): string =>
  v5(`${reportId.toLowerCase()} ${revision} ${kind} ${id}`, DELIVERIES);

/** MSH-10 of every attempt of a delivery: 20 hexadecimal digits of its id, all that MSH-10 holds. */
export const controlIdOf = (deliveryId: string): string => deliveryId.replaceAll('-', '').slice(0, 20);

/** The uuid of the object that a report revision is in every archive. */
export const objectUuidOf = ({ reportId, revision }: Revision): string => v5(`${reportId.toLowerCase()} ${revision}`, REPORT_OBJECTS);

/** The uuid of the series in which all revisions of a report lie. */
export const seriesUuidOf = (reportId: string): string => v5(reportId.toLowerCase(), REPORT_SERIES);
