-- Whom a patient was merged into, as far as that is known here: where the survivor is not here yet, the patient stays who she was.
create function survivor_of(one uuid) returns uuid language sql stable as $$
  with recursive way (patient_id, step) as (
    select one, 0
    union all
    select s.patient_id, way.step + 1
      from way
      join replica_patients p on p.patient_id = way.patient_id and p.body ? 'mergedInto'
      join replica_patients s on s.patient_id = (p.body->>'mergedInto')::uuid
     where way.step < 50
  )
  select patient_id from way order by step desc limit 1
$$;

-- Everybody by the id that an exam names, with the demographics of whom they were merged into; version is the patient's own.
create view known_patients as
  select p.patient_id, p.version,
         case when s.patient_id is null then p.tombstone else s.tombstone end as tombstone,
         case when s.patient_id is null then p.body else s.body end as body
    from replica_patients p
    left join lateral (select q.* from replica_patients q where p.body ? 'mergedInto' and q.patient_id = survivor_of(p.patient_id)) s on true;
