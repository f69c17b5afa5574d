create table bookings (
  booking_id text primary key,
  room       text not null,
  moves      integer not null,
  last_at    timestamptz not null
);
create table accession_claims (
  accession  text constraint accession_claimed_once primary key,
  booking_id text not null
);
