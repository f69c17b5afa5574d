import type { Recorded } from './domain-event.js';
import type { OutboxRow } from './outbox.js';
import { shardOf } from './shard.js';
import type { Transaction } from './transaction.js';

/** A fact on its way into the table, with what only the table needs to know. */
export interface NewFact {
  readonly fact: Recorded;
  readonly aggregate: string;
  readonly key: string;
  /** Version and data in the shape in which this release writes. */
  readonly stored: { readonly version: number; readonly data: unknown };
}

const eventRow = ({ fact, aggregate, key, stored }: NewFact) => ({
  shard: shardOf(key),
  aggregate,
  stream_id: fact.streamId,
  stream_version: fact.streamVersion,
  event_id: fact.eventId,
  type: fact.event.type,
  version: stored.version,
  data: stored.data,
  key,
  facility_id: fact.facilityId,
  at: fact.at,
  by: fact.by,
  correlation_id: fact.correlationId,
  causation_id: fact.causationId ?? null,
});

const insertEvents = `
  insert into events (shard, aggregate, stream_id, stream_version, event_id, type, version, data, key, facility_id, at, by,
                      correlation_id, causation_id)
  select shard, aggregate, stream_id, stream_version, event_id, type, version, data, key, facility_id, at, by,
         correlation_id, causation_id
    from rows from (jsonb_to_recordset($1::jsonb) as (
           shard smallint, aggregate text, stream_id text, stream_version integer, event_id uuid, type text, version smallint,
           data jsonb, key text, facility_id text, at timestamptz, by text, correlation_id text, causation_id text
         )) with ordinality
   order by ordinality`;

const insertOutbox = `
  insert into outbox (shard, event_id, topic, key, headers, payload, created_at)
  select shard, event_id, topic, key, headers, payload, $2
    from rows from (jsonb_to_recordset($1::jsonb) as (
           shard smallint, event_id uuid, topic text, key text, headers jsonb, payload jsonb
         )) with ordinality
   order by ordinality`;

/** Advisory locks are the database's, so the schema is part of the name. */
const lockShard = `select pg_advisory_xact_lock(hashtext('osteon-append-' || current_schema()), $1)`;

const shardsOf = (facts: readonly NewFact[], messages: readonly OutboxRow[]): number[] => {
  const shards = new Set([...facts.map(({ key }) => shardOf(key)), ...messages.map(({ shard }) => shard)]);
  return [...shards].sort((a, b) => a - b);
};

/**
 * The last thing before the commit: locks the shards in ascending order, then inserts facts and messages.
 * Positions are drawn under the lock, so that within a shard they appear in commit order.
 */
export const append = async (
  tx: Transaction,
  added: { facts: readonly NewFact[]; messages: readonly OutboxRow[]; now: Date },
): Promise<void> => {
  const events = JSON.stringify(added.facts.map(eventRow));
  const outbox = JSON.stringify(added.messages);
  for (const shard of shardsOf(added.facts, added.messages)) await tx.query(lockShard, [shard]);
  if (added.facts.length > 0) await tx.query(insertEvents, [events]);
  if (added.messages.length > 0) await tx.query(insertOutbox, [outbox, added.now]);
};
