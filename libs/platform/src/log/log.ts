import { pino, type DestinationStream, type Logger } from 'pino';
import { described } from './described-error.js';

/** Ids and counts; what a person is called, born or writes has no place in it. */
export type Ids = Readonly<Record<string, string | number | undefined>>;

export interface LogOptions {
  readonly service: string;
  /** Error messages can repeat values ("invalid date: ..."): they are shown on a developer's machine only. */
  readonly errorMessages?: boolean;
  readonly level?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly destination?: DestinationStream;
}

/** JSON lines of event names and ids. There is no way to log a sentence, an object or a message whole. */
export class Log {
  private readonly logger: Logger;
  private readonly errorMessages: boolean;

  constructor({ service, errorMessages = false, level = 'info', destination }: LogOptions) {
    this.errorMessages = errorMessages;
    const options = { level, base: { service }, messageKey: 'event', timestamp: pino.stdTimeFunctions.isoTime };
    this.logger = destination ? pino(options, destination) : pino(options);
  }

  /** Something happened as it should. */
  event(name: string, ids: Ids = {}): void {
    this.logger.info(ids, name);
  }

  /** Something happened that a person should know of, and Osteon carries on. */
  warning(name: string, ids: Ids = {}): void {
    this.logger.warn(ids, name);
  }

  /** The world is broken here: the error's kind, code and place, without its message. */
  problem(name: string, error: unknown, ids: Ids = {}): void {
    this.logger.error({ ...ids, error: described(error, this.errorMessages) }, name);
  }
}

/** The part of pino that libraries below the platform ask for: ids first. */
export interface EventLog {
  info(ids: object, event: string): void;
  warn(ids: object, event: string): void;
  error(ids: object, event: string): void;
}

/** Ids only, whatever else is given. */
const idsOf = (given: object): Ids =>
  Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])),
  );

/** The log for libraries that know only pino's form. */
export const eventLog = (log: Log): EventLog => ({
  info: (ids, event) => log.event(event, idsOf(ids)),
  warn: (ids, event) => log.warning(event, idsOf(ids)),
  error: (ids, event) => log.problem(event, Reflect.get(ids, 'error'), idsOf(ids)),
});
