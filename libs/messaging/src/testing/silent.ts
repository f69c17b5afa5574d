import type { EventLog } from '../event-log.js';

const nothing = (): void => undefined;

/** A log for tests that look at effects. */
export const silent: EventLog = { info: nothing, warn: nothing, error: nothing };
