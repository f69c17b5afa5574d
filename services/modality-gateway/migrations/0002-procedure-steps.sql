-- What devices say of the exams they perform (MPPS). Folded from procedure-step.
create table procedure_steps (
  step_id uuid primary key,
  facility_id text not null,
  device_id text not null,
  study_instance_uids text[] not null,
  exam_id uuid,
  status text not null,
  references_listed jsonb not null default '[]',
  reason text,
  wrong_entry boolean not null default false,
  lacks jsonb not null default '[]',
  begun_at timestamptz not null,
  ended_at timestamptz
);
create index procedure_steps_studies on procedure_steps using gin (study_instance_uids);
create index procedure_steps_exam on procedure_steps (exam_id);
