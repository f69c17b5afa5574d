import { refusals } from '@osteon/event-store';

/** Why patients are not merged. */
export const patientRefusals = refusals({
  MERGE_IS_CIRCULAR: { kind: 'conflict', sentence: 'The patient who is to stay was merged into this one before.' },
  MERGED_INTO_ANOTHER: { kind: 'conflict', sentence: 'This patient was merged into another one before.' },
});
