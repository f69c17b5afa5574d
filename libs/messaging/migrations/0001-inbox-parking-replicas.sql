-- Messages that this service has taken in; the row is written in the transaction of their effect. Pruned after some weeks.
create table inbox (
  message_id text primary key,
  heard_at   timestamptz not null default clock_timestamp()
);
create index inbox_by_time on inbox (heard_at);

-- Keys of which a message waits for a person: what follows under the key waits behind it, other keys go on.
create table parked_keys (
  topic   text not null,
  key     text not null,
  since   timestamptz not null default clock_timestamp(),
  -- Written by each message that is parked, so that a release that runs at the same time starts again and sees it.
  messages integer not null default 1,
  primary key (topic, key)
);

-- Parked messages, whole (they can name people: erasure reaches here), in the order in which they are to run.
create table parked_messages (
  id              bigint generated always as identity primary key,
  message_id      text not null unique,
  topic           text not null,
  key             text not null,
  headers         jsonb not null,
  -- As it came, also where it is no JSON; null: a tombstone.
  value           text,
  reason          text not null check (reason in ('malformed', 'newer-version', 'refused', 'failed', 'behind')),
  detail          text not null,
  parked_at       timestamptz not null default clock_timestamp(),
  skipped_at      timestamptz,
  skipped_because text
);
create index parked_messages_by_key on parked_messages (topic, key, id);

-- Copies of what scheduling publishes on compacted topics. A tombstone stays as a row: erased is an answer.
create table replica_patients (
  patient_id uuid primary key,
  version    bigint not null,
  tombstone  boolean not null default false,
  body       jsonb,
  check (tombstone = (body is null))
);

create table replica_sites (
  facility_id text primary key,
  version     bigint not null,
  tombstone   boolean not null default false,
  body        jsonb,
  check (tombstone = (body is null))
);
