import { refusals } from '@osteon/event-store';

/** What is said no to in MPPS: only illegal transitions. */
export const stepRefusals = refusals({
  STEP_MUST_BEGIN_IN_PROGRESS: { kind: 'invalid', sentence: 'A performed procedure step begins IN PROGRESS.' },
  STEP_STATUS_UNKNOWN: { kind: 'invalid', sentence: 'A performed procedure step is IN PROGRESS, COMPLETED or DISCONTINUED.' },
  STEP_EXISTS: { kind: 'conflict', sentence: 'This performed procedure step has begun already.' },
  STEP_UNKNOWN: { kind: 'absent', sentence: 'This performed procedure step has not begun.' },
  STEP_ENDED: { kind: 'conflict', sentence: 'This performed procedure step has ended and may no longer be updated.' },
});
