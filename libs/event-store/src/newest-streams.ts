import type { Transaction } from './transaction.js';

/** Which streams are listed, the one with the newest fact first; what is absent sets no limit. */
export interface StreamsAsked {
  /** Kind of stream, for example `exam`. */
  readonly kind?: string;
  /** ISO 8601 in UTC: streams with a fact from then on. */
  readonly since?: string;
  /** To go on: position of the last fact of the stream that was listed last. */
  readonly before?: number;
  /** Absent: all. */
  readonly facilities?: readonly string[];
  readonly limit: number;
}

/** A stream by its newest fact. */
export interface ListedStream {
  readonly streamId: string;
  readonly kind: string;
  readonly key: string;
  readonly facilityId: string;
  /** How many facts it has. */
  readonly facts: number;
  readonly lastType: string;
  /** ISO 8601 in UTC */
  readonly lastAt: string;
  readonly lastBy: string;
  readonly position: number;
}

/** Goes back from the newest position and takes each stream at its last fact: as much work as there are newer facts, not streams. */
const newest = `
  select stream_id as "streamId", aggregate as kind, key, facility_id as "facilityId", stream_version as facts, type as "lastType",
         to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastAt", by as "lastBy", position::float8 as position
    from events
   where ($1::text is null or aggregate = $1) and ($2::timestamptz is null or at >= $2) and ($3::bigint is null or position < $3)
     and ($4::text[] is null or facility_id = any($4))
     and not exists (select from events later where later.stream_id = events.stream_id and later.stream_version > events.stream_version)
   order by events.position desc
   limit $5`;

/** The streams of one store. One that gets a fact while somebody turns pages moves to the front, and is not on a later page. */
export const newestStreams = (tx: Transaction, { kind, since, before, facilities, limit }: StreamsAsked): Promise<ListedStream[]> =>
  tx.query<ListedStream>(newest, [kind ?? null, since ?? null, before ?? null, facilities ?? null, limit]);
