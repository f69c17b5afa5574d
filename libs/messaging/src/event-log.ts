/**
 * The part of a pino logger that is used here: ids first, then the name of what happened. Never whole messages. Under `error`
 * stands an error, of which the logger shows kind and place, not its words.
 */
export interface EventLog {
  info(ids: object, event: string): void;
  warn(ids: object, event: string): void;
  error(ids: object, event: string): void;
}

/** Kind and code of an error, for a log line. */
export const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
};
