-- One row per exam in reading: what the list and the exam page show. Folded from the stream study-to-read; dropped and rebuilt at will.
create table studies_to_read (
  exam_id uuid primary key,
  facility_id text not null,
  patient_id uuid not null,
  state text not null,
  version integer not null,
  -- data of ExamExpected, without demographics
  exam jsonb,
  -- data of ScanArrived
  scan jsonb,
  received_at timestamptz,
  numbers_missing boolean not null default false,
  assessment jsonb,
  claimed_by text,
  claimed_at timestamptz,
  review_version integer not null default 0,
  review jsonb,
  signed_by text,
  signed_at timestamptz
);
create index studies_to_read_open on studies_to_read (facility_id, received_at) where state in ('ready', 'claimed', 'reviewed');
create index studies_to_read_signed on studies_to_read (facility_id, signed_at desc) where state = 'signed';

-- Scans that wait to be judged: a row goes when its judgement, or the reason why there is none, has become a fact.
create table studies_to_assess (
  exam_id uuid primary key,
  patient_id uuid not null,
  acquisition_id uuid not null
);
