import { Refusal } from '@osteon/event-store';
import { ZodError } from 'zod';
import { Unfit } from './unfit.js';

/** Why a message waits for a person. */
export type ParkReason = 'malformed' | 'newer-version' | 'refused' | 'failed' | 'behind';

/** What follows from a failed attempt. */
export type Verdict = { readonly next: 'park'; readonly reason: ParkReason } | { readonly next: 'again' };

const firstPauseMs = 100;
const longestPauseMs = 2000;
const mostTries = 5;

/** Postgres is away, closed to us, full, starting or ending (classes 08, 28, 3D, 53, 57P, 58, 55000, 25006), or transactions met. */
const worldInPostgres = /^(08|28|3D|53|57P|58|55000$|25006$|40001$|40P01$|55P03$)/;
const worldInNode = /^(ECONN|EPIPE$|ETIMEDOUT$|EHOST|ENET|EAI_|ENOTFOUND$|EIO$|ENOSPC$|EMFILE$|EROFS$|EACCES$)/;
/** pg gives these without a code. */
const worldInWords = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The world is broken, not the message: it would fail for any other message too. */
export const isBrokenWorld = (error: unknown): boolean => {
  const code = codeOf(error);
  if (worldInPostgres.test(code) || worldInNode.test(code)) return true;
  if (error instanceof Error && worldInWords.test(error.message)) return true;
  return error instanceof Error && error.cause !== undefined && isBrokenWorld(error.cause);
};

/** Milliseconds before the try that follows on try `n`. */
export const pauseAfter = (n: number): number => Math.min(longestPauseMs, firstPauseMs * 2 ** (n - 1));

/** How often a message was tried, and how often of these the world was whole and it failed all the same. */
export interface Tries {
  readonly all: number;
  readonly failed: number;
}

/**
 * A broken world is waited for, however long. A no, or a message that does not fit, will not change: it is parked at once.
 * Anything else may be either: it gets five tries in some seconds.
 */
export const judge = (error: unknown, { failed }: Pick<Tries, 'failed'>): Verdict => {
  if (isBrokenWorld(error)) return { next: 'again' };
  if (error instanceof Unfit) return { next: 'park', reason: error.reason };
  if (error instanceof Refusal) return { next: 'park', reason: 'refused' };
  if (error instanceof ZodError) return { next: 'park', reason: 'malformed' };
  return failed < mostTries ? { next: 'again' } : { next: 'park', reason: 'failed' };
};

/** For the person who decides about a parked message: a code, the places that do not fit, or the error's own words. */
export const detailOf = (error: unknown): string => {
  if (error instanceof Refusal) return error.code;
  if (error instanceof ZodError) return error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; ');
  return error instanceof Error ? `${error.name}: ${error.message}` : 'something that is no error was thrown';
};
