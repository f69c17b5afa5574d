import { refusals } from '@osteon/event-store';

/** What the gateway says no to. Codes are public and stable. */
export const acquisitionRefusals = refusals({
  UNKNOWN: { kind: 'absent', sentence: 'There is no such study or object.' },
  MATCHER_NOT_ALLOWED: { kind: 'forbidden', sentence: 'You may not match studies of this facility.' },
  EXAM_UNKNOWN: { kind: 'absent', sentence: 'There is no such exam.' },
  OTHER_FACILITY: { kind: 'invalid', sentence: 'The exam belongs to another facility than the study.' },
  PATIENT_NOT_HERE: { kind: 'conflict', sentence: 'The patient of this exam is not known here yet, or was erased.' },
  ALREADY_MATCHED: { kind: 'conflict', sentence: 'The study belongs to another exam already.' },
  NOT_AN_IMAGE: { kind: 'invalid', sentence: 'This object has no picture.' },
});
