import { pauseAfter } from './pause-after.js';

/** Since when something keeps failing, and until when it is left alone (ISO 8601). */
interface Rest {
  readonly failures: number;
  readonly until: string;
}

/** What has failed lately, by key. */
export type Rests = ReadonlyMap<string, Rest>;

export const noRests: Rests = new Map();

/** One more failure in a row: it is left alone longer each time. */
export const afterFailure = (rests: Rests, key: string, at: string): Rests => {
  const failures = (rests.get(key)?.failures ?? 0) + 1;
  return new Map(rests).set(key, { failures, until: pauseAfter(failures, at) });
};

/** It went well: nothing is held against it. */
export const afterSuccess = (rests: Rests, key: string): Rests => new Map([...rests].filter(([each]) => each !== key));

/** What is to be left alone now. */
export const restingAt = (rests: Rests, at: string): string[] => [...rests].flatMap(([key, { until }]) => (until > at ? [key] : []));
