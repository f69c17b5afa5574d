import { setTimeout as pause } from 'node:timers/promises';

/** Begins one thing after the other at an even pace, however long each takes; what came of all of them, in their order. */
export const atPace = async <T>(perMinute: number, count: number, begin: (n: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> => {
  const began = performance.now();
  const begun: Promise<T>[] = [];
  for (let n = 0; n < count; n += 1) {
    await pause(Math.max(0, began + (n * 60_000) / perMinute - performance.now()));
    const one = begin(n);
    // Told with the others, at the end.
    one.catch(() => undefined);
    begun.push(one);
  }
  return Promise.allSettled(begun);
};
