import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 150_000;
const attemptMs = 25_000;
const betweenMs = 150;

const late = async (over: AbortSignal): Promise<never> => {
  await pause(attemptMs, undefined, { signal: over });
  throw new Error(`no end after ${attemptMs / 1000} s`);
};

const inTime = <T>(work: Promise<T>): Promise<T> => {
  const over = new AbortController();
  return Promise.race([work, late(over.signal)]).finally(() => over.abort());
};

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Does something again until it goes well, as a queue or a patient person does; throws with the last reason when that takes too long. */
export const persist = async <T>(what: string, attempt: (again: boolean) => Promise<T>): Promise<T> => {
  const until = Date.now() + patienceMs;
  let reason = '';
  for (let again = false; Date.now() < until; again = true) {
    try {
      return await inTime(attempt(again));
    } catch (error) {
      reason = said(error);
    }
    await pause(betweenMs);
  }
  throw new Error(`${what}: not after ${patienceMs / 1000} s; last: ${reason}`);
};
