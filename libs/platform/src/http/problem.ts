import { HttpException } from '@nestjs/common';
import { Refusal } from '@osteon/event-store';
import { STATUS_CODES } from 'node:http';

/** One place in the request that does not fit; the pointer is RFC 6901 below the part that `in` names. */
export interface RequestError {
  readonly in: 'body' | 'query' | 'param' | 'custom';
  readonly pointer: string;
  readonly detail: string;
}

/** RFC 9457, with a stable code of our own. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly RequestError[];
}

/** A no of the HTTP edge itself: what the request lacks or may not do. The business has refusals for its own. */
export class Problem extends Error {
  readonly errors?: readonly RequestError[];

  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
    { errors, cause }: { readonly errors?: readonly RequestError[]; readonly cause?: unknown } = {},
  ) {
    super(sentence, { cause });
    this.name = 'Problem';
    this.errors = errors;
  }
}

const statusOfKind = { absent: 404, forbidden: 403, invalid: 422, conflict: 409 } as const;

const details = (status: number, code: string, title: string): ProblemDetails => ({
  type: `urn:osteon:problem:${code}`,
  title,
  status,
  code,
});

const ofStatus = (status: number): ProblemDetails => {
  const phrase = STATUS_CODES[status] ?? 'Unknown';
  return details(status, phrase.toUpperCase().replaceAll(/[^A-Z]+/g, '_'), phrase);
};

/** Nest's own exceptions, and Fastify's of reading a request (413, 415, malformed JSON), know their status. */
const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
};

const ofRefusal = (refusal: Refusal): ProblemDetails => ({
  ...details(refusal.code === 'STALE_VERSION' ? 412 : statusOfKind[refusal.kind], refusal.code, refusal.message),
  values: refusal.values,
});

/** What a caller is told about an error; of a broken world nothing but that it is broken. */
export const problemOf = (error: unknown): ProblemDetails => {
  if (error instanceof Refusal) return ofRefusal(error);
  if (error instanceof Problem) return { ...details(error.status, error.code, error.message), errors: error.errors };
  return ofStatus(statusOf(error));
};
