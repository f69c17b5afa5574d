-- Values typed by hand, in the order in which they were: data of each ValueTyped. What the device sent stays in `scan`.
alter table studies_to_read add column typed jsonb not null default '[]';
-- The newest review was of other numbers than those that stand now.
alter table studies_to_read add column review_lapsed boolean not null default false;
-- Its report was signed all the same: signature and change crossed.
alter table studies_to_read add column signed_lapsed boolean not null default false;
-- numbers_missing is not written any more: it follows from `scan` and `typed`. A later release drops it.
