import { refusals } from '@osteon/event-store';

/** Why an exam is not scheduled, changed or taken further. */
export const examRefusals = refusals({
  EXAM_UNKNOWN: { kind: 'absent', sentence: 'There is no such exam.' },
  EXAM_NOT_ALLOWED: { kind: 'forbidden', sentence: 'You may not schedule exams at this facility.' },
  ARRIVAL_NOT_ALLOWED: { kind: 'forbidden', sentence: 'You may not say at this facility that a patient has come.' },
  EXAM_IS_CANCELLED: { kind: 'conflict', sentence: 'This exam is cancelled.' },
  EXAM_ENTERED_OTHERWISE: { kind: 'conflict', sentence: 'This exam was entered before, with other values.' },
  FACILITY_UNKNOWN: { kind: 'invalid', sentence: 'This facility is not configured.' },
  STATION_UNKNOWN: { kind: 'invalid', sentence: 'The facility has no densitometer with this AE title.' },
  PATIENT_DIFFERS: { kind: 'conflict', sentence: 'This patient number belongs to a person with another birth date or sex.' },
  EXAM_OF_ANOTHER_PATIENT: { kind: 'conflict', sentence: 'These numbers belong to an exam of another patient.' },
  ACCESSION_NUMBER_TAKEN: { kind: 'conflict', sentence: 'This accession number belongs to another exam.' },
  STUDY_INSTANCE_UID_TAKEN: { kind: 'conflict', sentence: 'This Study Instance UID belongs to another exam.' },
});
