-- Steps that their devices have taken back (110514).
create index procedure_steps_wrong on procedure_steps (ended_at) where wrong_entry;
