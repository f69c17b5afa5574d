const first = 1_000;
const longest = 5 * 60_000;

/** When the next attempt may begin: doubling from one second to five minutes, so that an archive that comes back is not run over. ISO 8601. */
export const pauseAfter = (attempt: number, at: string): string =>
  new Date(Date.parse(at) + Math.min(first * 2 ** Math.min(attempt, 20), longest)).toISOString();
