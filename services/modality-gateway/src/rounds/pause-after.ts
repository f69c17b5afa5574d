const first = 1_000;
const longest = 5 * 60_000;

/** When to try again after so many failures in a row: one second, doubling to five minutes, so that who comes back is not run over. ISO 8601. */
export const pauseAfter = (failures: number, at: string): string =>
  new Date(Date.parse(at) + Math.min(first * 2 ** Math.min(failures - 1, 20), longest)).toISOString();
