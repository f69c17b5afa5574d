import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** What Nest says of a failed start: it throws the same error, and whoever starts the service logs it. */
const STARTING = ['ExceptionHandler', 'NestApplication'];

const partOf = (rest: readonly unknown[]): string => {
  const last = rest.at(-1);
  return typeof last === 'string' && !last.includes('\n') ? last : 'nest';
};

/** Lets Nest speak through the log: its warnings and errors by the part that they come from, its chatter not at all. */
export const nestLog = (log: Log): LoggerService => ({
  log: () => undefined,
  warn: (_message: unknown, ...rest: unknown[]) => log.warning('framework-warning', { part: partOf(rest) }),
  error: (message: unknown, ...rest: unknown[]) => {
    const part = partOf(rest);
    if (!STARTING.includes(part))
      log.problem('framework-error', message instanceof Error ? message : new Error(String(message)), { part });
  },
});
