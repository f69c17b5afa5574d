import type { Transaction } from '@osteon/event-store';
import type { Facilities } from '@osteon/identity';
import type { Counts, OperationKind, Target } from './operation.js';

/** An operation as the audit shows it. */
export interface ShownOperation {
  readonly operationId: string;
  readonly what: OperationKind;
  readonly target: Target;
  readonly facilityId: string;
  readonly by: string;
  /** ISO 8601 in UTC, like the other times. */
  readonly begunAt: string;
  readonly endedAt?: string;
  /** `begun`: under way, or cut off. */
  readonly outcome: 'begun' | 'done' | 'failed';
  readonly counts: Counts;
  readonly why?: string;
  readonly reason?: string;
  /** How far it had come, and when that was told. */
  readonly progress?: number;
  readonly toldAt?: string;
}

/** Which operations; what is absent sets no limit. */
export interface OperationsAsked {
  readonly facilities: Facilities;
  readonly operationId?: string;
  readonly what?: string;
  readonly since?: string;
  /** To go on: the id of the last that was shown. */
  readonly before?: string;
  readonly limit: number;
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const newest = `
  select jsonb_strip_nulls(jsonb_build_object(
           'operationId', operations.operation_id, 'what', what, 'target', target, 'facilityId', facility_id, 'by', by, 'begunAt', ${iso('begun_at')},
           'endedAt', ${iso('ended_at')}, 'outcome', outcome, 'counts', counts, 'why', why, 'reason', reason, 'progress', done, 'toldAt', ${iso('told_at')})) as operation
    from operations
    left join operation_reasons using (operation_id)
    left join operation_progress using (operation_id)
   where ($1::text[] is null or facility_id = any($1)) and ($2::uuid is null or operation_id = $2) and ($3::text is null or what = $3)
     and ($4::timestamptz is null or begun_at >= $4)
     and ($5::uuid is null or (begun_at, operation_id) < (select begun_at, operation_id from operations where operation_id = $5))
   order by begun_at desc, operation_id desc
   limit $6`;

/** Operations, the newest first. */
export const operationsShown = async (tx: Transaction, asked: OperationsAsked): Promise<ShownOperation[]> => {
  const { facilities, operationId, what, since, before, limit } = asked;
  const limits = [facilities === 'all' ? null : facilities, operationId ?? null, what ?? null, since ?? null, before ?? null, limit];
  return (await tx.query<{ operation: ShownOperation }>(newest, limits)).map(({ operation }) => operation);
};
