import { waitUntil } from '@osteon/testing';

/** Waits for what the platform does in the background: seconds where the machine has time, up to a minute where it has not. */
export const eventually = <T>(condition: () => T | Promise<T>, what: string): Promise<Exclude<T, false | null | undefined>> =>
  waitUntil(condition, what, { timeoutMs: 60_000, everyMs: 100 });
