-- The worklist as devices ask for it. Folded from worklist-item; demographics are joined from replica_patients when asked.
create table worklist_items (
  exam_id uuid primary key,
  facility_id text not null,
  patient_id uuid not null,
  patient_version integer not null,
  accession_number text not null,
  study_instance_uid text not null,
  -- Of all orders that the exam answers: an object can name any of them.
  accession_numbers text[] not null,
  study_instance_uids text[] not null,
  requested_procedure_id text not null,
  scheduled_procedure_step_id text not null,
  scheduled_at timestamptz not null,
  zone text not null,
  station_ae_title text,
  modality text not null,
  priority text not null,
  procedure jsonb not null,
  height_m double precision,
  weight_kg double precision,
  state text not null
);
create index worklist_items_open on worklist_items (facility_id, scheduled_at) where state = 'open';
create index worklist_items_studies on worklist_items using gin (study_instance_uids);
create index worklist_items_accessions on worklist_items using gin (accession_numbers);
create index worklist_items_step on worklist_items (facility_id, requested_procedure_id, scheduled_procedure_step_id);
create index worklist_items_patient on worklist_items (patient_id);

-- Who bears a number, and who was merged with whom.
create index replica_patients_identifiers on replica_patients using gin ((body->'identifiers') jsonb_path_ops);
create index replica_patients_merged on replica_patients ((body->>'mergedInto')) where body ? 'mergedInto';

-- A patient and everybody linked to it by merges, in both directions.
create function linked_patients(one uuid) returns setof uuid language sql stable as $$
  with recursive linked(patient_id) as (
    select one
    union
    select case when p.patient_id = l.patient_id then (p.body->>'mergedInto')::uuid else p.patient_id end
      from linked l
      join replica_patients p on p.body ? 'mergedInto' and (p.patient_id = l.patient_id or p.body->>'mergedInto' = l.patient_id::text)
  )
  select patient_id from linked
$$;

-- Associations that brought objects. One that was not seen for a while belongs to a process that is gone.
create table associations (
  association_id uuid primary key,
  facility_id text not null,
  device_id text not null,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  closed_at timestamptz
);

-- The durable receipt of each object that was answered 0000. The header is erasable state and never leaves this table.
create table instance_receipts (
  receipt_id uuid primary key,
  association_id uuid not null references associations,
  facility_id text not null,
  device_id text not null,
  study_instance_uid text not null,
  sop_instance_uid text not null,
  instance jsonb not null,
  header jsonb not null,
  received_at timestamptz not null,
  filed_at timestamptz
);
create index instance_receipts_unfiled on instance_receipts (association_id) where filed_at is null;
create index instance_receipts_study on instance_receipts (facility_id, study_instance_uid);

-- One study, one acquisition: the claim that two associations at once cannot both begin it.
create table acquisition_claims (
  facility_id text not null,
  study_instance_uid text not null,
  acquisition_id uuid not null,
  primary key (facility_id, study_instance_uid)
);

-- What lists and loops know of each acquisition. Folded from acquisition.
create table acquisitions (
  acquisition_id uuid primary key,
  facility_id text not null,
  study_instance_uid text not null,
  device_id text not null,
  match_state text not null,
  match jsonb not null,
  exam_id uuid,
  instances jsonb not null default '[]',
  instance_count integer not null default 0,
  received_at timestamptz not null,
  last_filed_at timestamptz,
  complete_by text,
  completed_at timestamptz,
  read_count integer not null default 0,
  measurements jsonb,
  version integer not null
);
create index acquisitions_exam on acquisitions (exam_id);
create index acquisitions_incomplete on acquisitions (last_filed_at) where complete_by is null;
create index acquisitions_unread on acquisitions (acquisition_id) where complete_by is not null and read_count < instance_count;
create index acquisitions_unmatched on acquisitions (facility_id) where match_state <> 'matched';

-- How far each archive has got with each acquisition.
create table acquisition_archives (
  acquisition_id uuid not null,
  archive_id text not null,
  attempts integer not null default 0,
  delivered integer not null default 0,
  refused integer not null default 0,
  next_attempt_at timestamptz not null,
  archived_at timestamptz,
  primary key (acquisition_id, archive_id)
);
