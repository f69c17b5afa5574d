-- Every fact of this service, in streams. Rows are only ever added.
create table events (
  position       bigint generated always as identity primary key,
  -- 12 for good: within a shard positions appear in commit order, because its lock is held from nextval to commit.
  shard          smallint not null check (shard between 0 and 11),
  aggregate      text not null,
  stream_id      text not null,
  stream_version integer not null check (stream_version > 0),
  event_id       uuid not null,
  type           text not null,
  -- Version of the type's shape; older ones are raised by upcasters when they are loaded.
  version        smallint not null check (version > 0),
  data           jsonb not null,
  -- The id under which the stream publishes: Kafka key, and the thread of a timeline.
  key            text not null,
  facility_id    text not null,
  at             timestamptz not null,
  by             text not null,
  correlation_id text not null,
  causation_id   text,
  xid            xid8 not null default pg_current_xact_id(),
  constraint events_stream_version unique (stream_id, stream_version),
  constraint events_event_id unique (event_id)
);
create index events_by_shard on events (shard, position);
create index events_by_key on events (key, position);

-- What this service says to the others, written with the facts, sent by the relay in the order of a shard's positions.
create table outbox (
  position     bigint generated always as identity primary key,
  shard        smallint not null check (shard between 0 and 11),
  event_id     uuid not null,
  topic        text not null,
  key          text not null,
  headers      jsonb not null,
  -- null: a tombstone.
  payload      jsonb,
  created_at   timestamptz not null,
  published_at timestamptz
);
create index outbox_by_shard on outbox (shard, position);

-- How far the relay has come in each shard.
create table relay_cursors (
  shard    smallint primary key check (shard between 0 and 11),
  position bigint not null default 0
);
insert into relay_cursors (shard) select generate_series(0, 11);

-- Who may do a thing alone, until when. Rows, not session locks, because poolers share sessions.
create table leases (
  name       text primary key,
  holder     text not null,
  -- Grows with each new holder.
  term       bigint not null default 1,
  expires_at timestamptz not null
);
