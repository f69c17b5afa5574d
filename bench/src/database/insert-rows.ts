import { randomUUID } from 'node:crypto';
import { shardOf } from '@osteon/event-store';

/** What can run SQL: a pool, a client. */
export interface Sql {
  query(sql: string, params?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** A row by its column names. */
export type Row = Readonly<Record<string, unknown>>;

/** Inserts rows with one statement; columns that the first one does not name take their defaults. */
export const insertRows = async (sql: Sql, table: string, rows: readonly Row[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await sql.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
};

/** A fact as `events` keeps it. */
export interface Fact {
  readonly aggregate: string;
  readonly id: string;
  readonly version: number;
  readonly type: string;
  readonly data: unknown;
  readonly at: string;
}

/** The row of a fact of a stream that publishes under its own id. */
export const eventRow = ({ aggregate, id, version, type, data, at }: Fact): Row => ({
  shard: shardOf(id),
  aggregate,
  stream_id: `${aggregate}-${id}`,
  stream_version: version,
  event_id: randomUUID(),
  type,
  version: 1,
  data,
  key: id,
  facility_id: 'NORTH',
  at,
  by: 'bench',
  correlation_id: 'bench',
});
