import { setTimeout as pause } from 'node:timers/promises';

/** Tries for what only concurrency causes (a serialization failure, a deadlock, two writers of one stream). */
const conflictTries = 100;
/** Tries for a unique row: a second look at fresh state settles a race; what is left after that is no race. */
const uniqueTries = 4;

interface PostgresError {
  readonly code: string;
  readonly constraint?: string;
}

/** What Postgres says of a failed statement; both `pg` and TypeORM hand it on. */
const asPostgresError = (error: unknown): PostgresError => {
  const { code, constraint } = Object(error) as { code?: unknown; constraint?: unknown };
  return { code: String(code), ...(typeof constraint === 'string' ? { constraint } : {}) };
};

/** A conflict that running again did not settle: a unique row that the rule does not look for, or too many writers. */
export class UnsettledConflict extends Error {
  /** The violated unique constraint, or the SQLSTATE. */
  readonly constraint: string;

  constructor(constraint: string, tries: number, cause: unknown) {
    super(`still in conflict on ${constraint} after ${tries} tries`, { cause });
    this.name = 'UnsettledConflict';
    this.constraint = constraint;
  }
}

const triesFor = ({ code, constraint }: PostgresError): number => {
  if (code === '40001' || code === '40P01') return conflictTries;
  if (code !== '23505') return 1;
  return constraint === 'events_stream_version' ? conflictTries : uniqueTries;
};

/** Spread, so that writers who met once do not meet again; never longer than 25 ms. */
const wait = (attempt: number): Promise<void> => pause(Math.random() * Math.min(2 ** attempt, 25));

/** Runs a transaction again from the start while it meets another one. Throws UnsettledConflict in the end. */
export const untilSettled = async <T>(transaction: () => Promise<T>): Promise<T> => {
  const seen = new Map<string, number>();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      const conflict = asPostgresError(error);
      const tries = triesFor(conflict);
      if (tries === 1) throw error;
      const name = conflict.constraint ?? conflict.code;
      const count = (seen.get(name) ?? 0) + 1;
      if (count >= tries) throw new UnsettledConflict(name, count, error);
      seen.set(name, count);
    }
    await wait(attempt);
  }
};
