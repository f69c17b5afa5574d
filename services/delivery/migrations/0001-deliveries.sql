-- One row per delivery: what the exam's page shows, and what the senders have to do. Folded from the stream delivery; dropped and
-- rebuilt at will.
create table deliveries (
  delivery_id uuid primary key,
  exam_id uuid not null,
  report_id uuid not null,
  revision integer not null,
  facility_id text not null,
  patient_id uuid not null,
  kind text not null,
  destination_id text not null,
  state text not null,
  -- of the stream: what a person has seen, for If-Match
  version integer not null,
  attempts integer not null default 0,
  -- MSH-10 or SOP Instance UID
  identity text,
  -- of the last attempt: the peer's code, or why there is none
  answer text,
  planned_at timestamptz not null,
  -- null: not by itself
  due_at timestamptz,
  changed_at timestamptz not null,
  correlation_id text not null
);
create index deliveries_of_exam on deliveries (exam_id);
create index deliveries_to_send on deliveries (kind, due_at) where state in ('pending', 'attempting', 'uncertain');
-- Whether an earlier report of the patient holds a delivery back.
create index deliveries_in_order on deliveries (facility_id, kind, destination_id, patient_id, planned_at)
  where state in ('pending', 'attempting', 'uncertain', 'parked');

-- One row per attempt, with what became of it. Folded from the same streams.
create table delivery_attempts (
  delivery_id uuid not null,
  attempt integer not null,
  facility_id text not null,
  identity text not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  outcome text not null,
  answer text,
  primary key (delivery_id, attempt)
);
