-- Since when the exam of a study was cancelled; null where it stands.
alter table studies_to_read add column cancelled_at timestamptz;

-- What readers are called, by their user id: not folded from facts, which carry the id alone. Rows can be erased.
create table readers (
  user_id text primary key,
  name text not null
);
