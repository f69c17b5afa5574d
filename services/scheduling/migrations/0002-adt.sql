-- An identifier that a merge or a change has retired goes on finding its patient, behind the current ones.
alter table patient_identifiers add column retired boolean not null default false;

-- MSH-7 of the newest message that said who the person is; an older one changes nothing.
alter table patient_demographics add column said_at timestamptz;

-- Folded from the streams of patients: who was merged into whom. A merge can be undone, so it rewrites nothing.
create table patient_merges (
  patient_id uuid primary key,
  survivor_id uuid not null
);
create index patient_merges_into on patient_merges (survivor_id);

-- Everybody who is one person with somebody, the survivor of all merges among them.
create function same_person(one uuid) returns table (patient_id uuid, survivor_id uuid) language sql stable as $$
  with recursive up(id) as (
    select one union select m.survivor_id from patient_merges m join up on m.patient_id = up.id
  ), survivor(id) as (
    select up.id from up where not exists (select from patient_merges m where m.patient_id = up.id)
  ), linked(id) as (
    select id from survivor union select m.patient_id from patient_merges m join linked on m.survivor_id = linked.id
  )
  select linked.id, survivor.id from linked cross join survivor
$$;

-- What ADT has said about people who have no exam yet, for the first exam to take up. Erasable state, forgotten after 30 days.
create table awaited_patients (
  authority text not null,
  value text not null,
  -- every identifier that came with it
  identifiers jsonb not null,
  demographics jsonb not null,
  said_at timestamptz,
  kept_at timestamptz not null,
  primary key (authority, value)
);
create index awaited_patients_by_time on awaited_patients (kept_at);
