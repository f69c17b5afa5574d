-- Who has seen, edited or signed which report. Only ever added to.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  by text not null,
  what text not null,
  report_id uuid not null,
  exam_id uuid not null,
  patient_id uuid not null,
  facility_id text not null,
  correlation_id text not null
);
create index audit_patient on audit (patient_id, at);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit table is append-only';
end
$$;

create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function audit_is_append_only();
