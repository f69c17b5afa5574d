import type { Pool, PoolClient } from 'pg';

const batch = 2000;

const copyTable = async (from: PoolClient, to: Pool, table: 'events' | 'outbox'): Promise<number> => {
  let copied = 0;
  for (let after = '0'; ; ) {
    const { rows } = await from.query<{ position: string; row: unknown }>(`select position, to_jsonb(t) as row from ${table} t where position > $1 order by position limit ${batch}`, [after]);
    const values = JSON.stringify(rows.map(({ row }) => row));
    await to.query(`insert into ${table} overriding system value select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [values]);
    copied += rows.length;
    if (rows.length < batch) break;
    after = rows.at(-1)?.position ?? after;
  }
  // Positions go on behind the last one that the backup knows.
  await to.query(`select setval(pg_get_serial_sequence('${table}', 'position'), greatest((select max(position) from ${table}), 1))`);
  return copied;
};

/** A store as one moment saw it, while others go on writing to it, put into an empty schema elsewhere. Returns its number of facts. */
export const restoreInto = async (from: Pool, to: Pool): Promise<number> => {
  const client = await from.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const facts = await copyTable(client, to, 'events');
    await copyTable(client, to, 'outbox');
    const { rows } = await client.query('select shard, position from relay_cursors');
    for (const { shard, position } of rows) await to.query('update relay_cursors set position = $2 where shard = $1', [shard, position]);
    await client.query('commit');
    return facts;
  } finally {
    client.release();
  }
};
