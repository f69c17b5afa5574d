-- What people of operations have had done here, one row each. Folded from the stream operation; dropped and rebuilt at will.
create table operations (
  operation_id uuid primary key,
  what text not null,
  -- what it was done to: names, ids, limits
  target jsonb not null,
  facility_id text not null,
  by text not null,
  begun_at timestamptz not null,
  -- null: under way, or cut off: then nobody knows how far it came
  ended_at timestamptz,
  outcome text not null,
  counts jsonb not null default '{}',
  why text,
  correlation_id text not null
);
create index operations_newest on operations (begun_at desc, operation_id desc);

-- Why somebody wanted it, in their words. Not folded from facts, which hold no free text: rows can be erased.
create table operation_reasons (
  operation_id uuid primary key,
  reason text not null
);

-- How far an operation has come, told while it runs.
create table operation_progress (
  operation_id uuid primary key,
  done bigint not null,
  told_at timestamptz not null default clock_timestamp()
);
