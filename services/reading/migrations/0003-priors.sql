-- Earlier scans of a patient, and of those who were merged into her.
create index studies_to_read_patient on studies_to_read (patient_id) where scan is not null;
create index replica_patients_merged on replica_patients ((body->>'mergedInto')) where body ? 'mergedInto';
