import { refusals } from '@osteon/event-store';

/** What the gateway says no to. Codes are public and stable. */
export const acquisitionRefusals = refusals({
  UNKNOWN: { kind: 'absent', sentence: 'There is no such study or object.' },
  NOT_AN_IMAGE: { kind: 'invalid', sentence: 'This object has no picture.' },
});
