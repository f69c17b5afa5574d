-- Which archives have answered for everything of a study, so that the sender looks at what is open and not at all that ever came.
create table forwarding_progress (
  acquisition_id uuid primary key,
  facility_id text not null,
  instance_count integer not null default 0,
  -- By archive: how many objects have a final answer.
  answered jsonb not null default '{}',
  -- Objects were hidden: how many are left is not known here, so the study stays among the open ones.
  is_counted boolean not null default true,
  settled_in text[] not null default '{}'
);
create index forwarding_progress_settled on forwarding_progress (facility_id, settled_in);

insert into forwarding_progress
select a.acquisition_id, a.facility_id, a.instance_count, coalesce(r.answered, '{}'), not h.has_hidden,
       case when h.has_hidden then '{}' else coalesce(r.settled_in, '{}') end
  from acquisitions a
  cross join lateral (select exists (select from jsonb_array_elements(a.instances) as each where each ? 'hidden')) as h (has_hidden)
  left join lateral (
    select jsonb_object_agg(archive_id, delivered + refused) as answered,
           array_agg(archive_id order by archive_id collate "C") filter (where delivered + refused >= a.instance_count) as settled_in
      from acquisition_archives where acquisition_id = a.acquisition_id) r on true;
