import { DateTime } from 'luxon';
import type { Transaction } from '@osteon/event-store';
import type { Demographics, Identifier } from './demographics.js';

/** What ADT has said about somebody who has no exam yet. */
export interface AwaitedPatient {
  readonly identifiers: readonly Identifier[];
  readonly demographics: Partial<Demographics>;
  /** MSH-7 in UTC. */
  readonly saidAt?: string;
}

interface Row {
  readonly identifiers: readonly Identifier[];
  readonly demographics: Partial<Demographics>;
  readonly said_at: Date | null;
}

const KEPT_DAYS = 30;

/** Before this time nothing is remembered. */
const since = (now: string): string => DateTime.fromISO(now, { zone: 'utc' }).minus({ days: KEPT_DAYS }).toISO() ?? now;

/** Keeps the newest word about somebody, and forgets what is older than 30 days. */
export const keepAwaited = async (tx: Transaction, { authority, value }: Identifier, awaited: AwaitedPatient, now: string): Promise<void> => {
  await tx.query('delete from awaited_patients where kept_at < $1', [since(now)]);
  await tx.query(
    `insert into awaited_patients (authority, value, identifiers, demographics, said_at, kept_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (authority, value) do update set identifiers = excluded.identifiers, demographics = excluded.demographics,
       said_at = excluded.said_at, kept_at = excluded.kept_at`,
    [authority, value, JSON.stringify(awaited.identifiers), JSON.stringify(awaited.demographics), awaited.saidAt ?? null, now],
  );
};

const awaitedOf = ([row]: readonly Row[]): AwaitedPatient | undefined =>
  row && { identifiers: row.identifiers, demographics: row.demographics, saidAt: row.said_at?.toISOString() };

/** What was said about somebody in the last 30 days. */
export const readAwaited = async (tx: Transaction, { authority, value }: Identifier, now: string): Promise<AwaitedPatient | undefined> =>
  awaitedOf(await tx.query<Row>('select * from awaited_patients where authority = $1 and value = $2 and kept_at >= $3', [authority, value, since(now)]));

/** The same, and it waits no longer: the person becomes known with it. */
export const takeAwaited = async (tx: Transaction, { authority, value }: Identifier, now: string): Promise<AwaitedPatient | undefined> =>
  awaitedOf(await tx.query<Row>('delete from awaited_patients where authority = $1 and value = $2 and kept_at >= $3 returning *', [authority, value, since(now)]));
