-- Who reads what, for the list of a physician.
create table desks (
  exam_id     uuid primary key,
  facility_id text not null,
  reader_id   text not null,
  claimed_at  timestamptz not null
);
