import type { Problem } from './problems.js';

/** What a command answers: JSON for stdout, or problems for stderr and exit code 2. */
export type Answer = { readonly json: unknown } | { readonly problems: readonly Problem[] };

/** Lines of stderr: a place, and what does not fit there. */
export const problemLines = (problems: readonly Problem[]): string =>
  problems.map(({ at, message }) => `${at === '' ? '(whole)' : at}: ${message}\n`).join('');
