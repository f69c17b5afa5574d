const second = 1000;
const minute = 60 * second;

/** Grows to a quarter of an hour: a peer that was away for a night is not flooded, and gets its reports soon after. */
const pauses = [10 * second, 30 * second, minute, 5 * minute, 15 * minute] as const;
const longest = 15 * minute;

/** Milliseconds until the next attempt after attempt `n`; bounds the rate at which one identity is sent again. */
export const pauseAfter = (attempt: number): number => pauses[attempt - 1] ?? longest;

/** So many attempts in a row without an answer, and a person is asked. */
export const mostUnanswered = 5;
