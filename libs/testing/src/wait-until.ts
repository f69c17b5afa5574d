import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a condition gives something truthy, and returns it. A condition that throws does not hold yet. Throws, saying what was awaited. */
export const waitUntil = async <T>(
  condition: () => T | Promise<T>,
  what: string,
  { timeoutMs = 30_000, everyMs = 25 }: { timeoutMs?: number; everyMs?: number } = {},
): Promise<Exclude<T, false | null | undefined>> => {
  const patience = Date.now() + timeoutMs;
  let cause: unknown;
  for (;;) {
    try {
      const held = await condition();
      if (held) return held as Exclude<T, false | null | undefined>;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > patience) throw new Error(`waited ${timeoutMs} ms for ${what}`, { cause });
    await pause(everyMs);
  }
};
