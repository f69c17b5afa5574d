import type { Row } from '../database/insert-rows.js';
import { insertRows } from '../database/insert-rows.js';
import type { Schema } from '../database/schema.js';
import { rateOf, type Rate } from '../measure/rate.js';
import type { Variant } from './variants.table.js';

const eventColumns = 'shard, aggregate, stream_id, stream_version, event_id, type, version, data, key, facility_id, at, by, correlation_id';
const outboxColumns = 'shard, event_id, topic, key, headers, payload, created_at';

/** What the store has written, to be written again by somebody who decides nothing. */
const written = async ({ pool }: Schema): Promise<{ events: Row[]; outbox: Row[] }> => ({
  events: (await pool.query<Row>(`select ${eventColumns} from events order by position limit 20000`)).rows,
  outbox: (await pool.query<Row>(`select ${outboxColumns} from outbox order by position limit 20000`)).rows,
});

/** The same rows by as many writers in transactions of the same size that do nothing but insert them: neither read, decide nor lock. */
export const plainInserts = async (schema: Schema, { writers, batch }: Variant, forMs: number): Promise<Rate> => {
  const { pool } = schema;
  const { events, outbox } = await written(schema);
  await pool.query('create table plain_events (like events including all); create table plain_outbox (like outbox including all)');
  let next = 0;
  try {
    return await rateOf(writers, forMs, async () => {
      const from = next;
      next += batch;
      if (from >= events.length) return 0;
      const client = await pool.connect();
      try {
        await client.query('begin');
        await insertRows(client, 'plain_events', events.slice(from, from + batch));
        await insertRows(client, 'plain_outbox', outbox.slice(from, from + batch));
        await client.query('commit');
      } finally {
        client.release();
      }
      return Math.min(batch, events.length - from);
    });
  } finally {
    await pool.query('drop table plain_events, plain_outbox');
  }
};
