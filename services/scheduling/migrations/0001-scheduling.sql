-- Erasable state: who a person is. Events name patients and identifiers by id, and hold none of these values.
create table patient_identifiers (
  identifier_id uuid primary key,
  patient_id uuid not null,
  authority text not null,
  value text not null,
  type text,
  -- An identifier is a key only together with its authority; the second order that brings it finds the patient of the first.
  constraint patient_identifiers_claim unique (authority, value)
);
create index patient_identifiers_of on patient_identifiers (patient_id);

create table patient_demographics (
  patient_id uuid primary key,
  version integer not null,
  name jsonb not null,
  birth_date date,
  sex text not null,
  ethnic_group text
);

-- Claims of exams, folded from their streams: what finds an exam again, each once.
create table exam_order_claims (
  order_key text primary key,
  exam_id uuid not null
);
create index exam_order_claims_of on exam_order_claims (exam_id);

create table exam_accession_claims (
  facility_id text not null,
  accession_number text not null,
  exam_id uuid not null,
  primary key (facility_id, accession_number)
);
create index exam_accession_claims_of on exam_accession_claims (exam_id);

create table exam_study_claims (
  study_instance_uid text primary key,
  exam_id uuid not null
);
create index exam_study_claims_of on exam_study_claims (exam_id);

-- Numbers for exams whose orders bring none. A number that is not used leaves a gap.
create sequence exam_numbers;

-- The lines of the schedule, folded from the exams.
create table exam_lines (
  exam_id uuid primary key,
  facility_id text not null,
  patient_id uuid not null,
  version integer not null,
  -- key of the order that gave the exam its numbers
  first_order text not null,
  accession_number text not null,
  study_instance_uid text not null,
  scheduled_at timestamptz not null,
  zone text not null,
  -- the day in the facility's zone
  day date not null,
  -- data of ExamScheduled: procedure, priority, station, measures
  schedule jsonb not null,
  flags jsonb not null
);
create index exam_lines_by_day on exam_lines (day, facility_id);
create index exam_lines_by_accession_number on exam_lines (accession_number);
create index exam_lines_by_patient on exam_lines (patient_id);

create table exam_line_steps (
  exam_id uuid not null,
  version integer not null,
  name text not null,
  at timestamptz not null,
  by text not null,
  detail text,
  primary key (exam_id, version)
);

-- The latest word on each destination of an exam's report.
create table exam_line_deliveries (
  exam_id uuid not null,
  destination text not null,
  kind text not null,
  revision integer not null,
  state text not null,
  answer text,
  at timestamptz not null,
  primary key (exam_id, destination)
);

-- Site documents as they stand, folded from their streams.
create table sites (
  facility_id text primary key,
  version integer not null,
  document jsonb not null
);

-- One row that every change of a site document writes: two at a time cannot both be checked against the other's past.
create table site_changes (
  single boolean primary key default true check (single),
  count bigint not null
);
insert into site_changes (count) values (0);

-- Every HL7 message as it came, what it was answered, and what became of it.
create table hl7_messages (
  message_id uuid primary key,
  correlation_id text not null,
  received_at timestamptz not null,
  address text not null,
  sending_application text not null,
  sending_facility text not null,
  control_id text not null,
  message_type text not null,
  sha256 text not null,
  object_key text not null,
  sender_id text,
  facility_id text,
  outcome text not null,
  answer text not null,
  problem jsonb,
  flags jsonb not null,
  exam_ids jsonb not null,
  -- how often the same bytes came again
  copies integer not null default 0,
  last_copy_at timestamptz
);
-- A message that was taken is taken once: a copy finds this row.
create unique index hl7_messages_taken on hl7_messages (sending_application, sending_facility, control_id, sha256) where answer = 'AA';
create index hl7_messages_by_time on hl7_messages (received_at);
