import { shardOf } from '@osteon/event-store';
import { serviceDatabase } from '@osteon/testing';
import { shardSql } from './seed-instances.js';

it('reckons the shard of a key as the event store does', async () => {
  const database = await serviceDatabase('modality-gateway');
  const keys = Array.from({ length: 50 }, (_, n) => `0190c000-0000-7000-8000-${n}`);
  const { rows } = await database.pool.query<{ key: string; shard: number }>(`select key, ${shardSql('key')} as shard from unnest($1::text[]) as key`, [keys]);
  expect(rows.map(({ shard }) => shard)).toEqual(keys.map(shardOf));
  await database.close();
});
