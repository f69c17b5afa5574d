/** The part of a pino logger that is used here: ids first, then the name of what happened. Never whole messages. */
export interface EventLog {
  info(ids: object, event: string): void;
  warn(ids: object, event: string): void;
  error(ids: object, event: string): void;
}
