import type { StreamKind } from './aggregate.js';
import type { DomainEvent, Recorded } from './domain-event.js';
import { upcast } from './upcast.js';

/** A row of `events` as Postgres gives it. */
export interface StoredRow {
  readonly position: string;
  readonly shard: number;
  readonly aggregate: string;
  readonly stream_id: string;
  readonly stream_version: number;
  readonly event_id: string;
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
  readonly key: string;
  readonly facility_id: string;
  readonly at: Date;
  readonly by: string;
  readonly correlation_id: string;
  readonly causation_id: string | null;
}

/** The columns of a StoredRow. */
export const storedColumns =
  'position, shard, aggregate, stream_id, stream_version, event_id, type, version, data, key, facility_id, at, by, correlation_id, causation_id';

/** Id of a stream. */
export const streamIdOf = (kind: StreamKind, id: string): string => `${kind.name}-${id}`;

/** A row as the fact it holds, in the shape in which it was stored. */
export const asStored = (row: StoredRow): Recorded => ({
  event: { type: row.type, data: row.data },
  eventId: row.event_id,
  streamId: row.stream_id,
  id: row.stream_id.slice(row.aggregate.length + 1),
  streamVersion: row.stream_version,
  position: Number(row.position),
  at: row.at.toISOString(),
  by: row.by,
  facilityId: row.facility_id,
  correlationId: row.correlation_id,
  ...(row.causation_id === null ? {} : { causationId: row.causation_id }),
});

/** A row as this release understands it. Throws UnknownStoredEvent. */
export const asRecorded = (kind: StreamKind, row: StoredRow): Recorded => ({
  ...asStored(row),
  event: asEvent(kind, row),
});

/** The event in a row, as this release understands it. Throws UnknownStoredEvent. */
export const asEvent = (kind: StreamKind, row: { type: string; version: number; data: unknown }): DomainEvent => ({
  type: row.type,
  data: upcast(kind, row.type, row),
});
