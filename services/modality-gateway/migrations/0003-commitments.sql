-- What devices ask to be kept safe (storage commitment), and how far their answers are. Folded from commitment.
create table commitments (
  commitment_id uuid primary key,
  facility_id text not null,
  device_id text not null,
  transaction_uid text not null,
  sop_instance_uids text[] not null,
  state text not null,
  failed jsonb not null default '[]',
  attempts integer not null default 0,
  -- Why the device has not heard the result yet.
  why text,
  asked_at timestamptz not null,
  decided_at timestamptz,
  ended_at timestamptz,
  -- When something is to be done about it; null when nothing is.
  due_at timestamptz
);
create index commitments_due on commitments (due_at) where due_at is not null;
create index commitments_objects on commitments using gin (sop_instance_uids);

-- Is this object here, and under which hash?
create index instance_receipts_object on instance_receipts (facility_id, sop_instance_uid);
