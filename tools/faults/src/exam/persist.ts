import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 150_000;
const attemptMs = 25_000;
const betweenMs = 150;

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  const over = new AbortController();
  const late = pause(attemptMs, undefined, { signal: over.signal }).then(() => Promise.reject(new Error(`no end after ${attemptMs / 1000} s`)));
  return Promise.race([work, late.catch((error: unknown) => Promise.reject(error instanceof Error ? error : new Error(String(error))))]).finally(() => over.abort());
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
