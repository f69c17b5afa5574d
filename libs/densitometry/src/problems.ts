import type { z } from 'zod';

/** What does not fit the format, and where: a JSON pointer (RFC 6901). */
export interface Problem {
  readonly at: string;
  readonly message: string;
}

/** RFC 6901: `~` and `/` inside a name are escaped. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Every problem of a failed parse; each unknown field has its own. */
export const problemsOf = (error: z.ZodError): Problem[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ at: pointer([...issue.path, key]), message: 'is not a field of this format' }))
      : [{ at: pointer(issue.path), message: issue.message }],
  );
