import { refusals } from '@osteon/event-store';

/** What delivery says no to. Codes are public and stable. */
export const noDeliveries = refusals({
  UNKNOWN: { kind: 'absent', sentence: 'There is no such delivery.' },
  RESEND_NOT_ALLOWED: { kind: 'forbidden', sentence: 'You may not decide about deliveries of this facility.' },
  NOT_STOPPED: { kind: 'conflict', sentence: 'This delivery goes on by itself: only a parked or refused one is sent again by a person.' },
});
