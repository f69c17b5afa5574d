import { refusals } from '@osteon/event-store';

/** What is said no to in storage commitment, at once. */
export const commitmentRefusals = refusals({
  REQUEST_NOT_WHOLE: { kind: 'invalid', sentence: 'A request for storage commitment names its transaction and at least one object, by UIDs.' },
});
