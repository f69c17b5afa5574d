const first = 5_000;
const longest = 60 * 60_000;

/** So many milliseconds after a time, ISO 8601. */
export const after = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** When a device that has not heard its result is called again: five seconds, doubling to an hour. ISO 8601. */
export const reportAgainAt = (attempt: number, at: string): string => after(at, Math.min(first * 2 ** Math.min(attempt - 1, 20), longest));
