import { messagingMigrations } from '@osteon/messaging';
import { serviceDatabase, testDatabase, testKafka } from '@osteon/testing';
import { measureRelay } from './relay.js';

it('relays and hears every message', async () => {
  const database = await testDatabase();
  const says = await serviceDatabase('reading', { folders: [messagingMigrations], database });
  const hears = await serviceDatabase('reporting', { folders: [messagingMigrations], database });
  const { brokers, prefix } = await testKafka();
  const [report] = await measureRelay({ says, hears, brokers, freshTopics: () => Promise.resolve(prefix) }, { isShort: true, rounds: 1 });
  expect(report?.rows.map(([what]) => what)).toEqual(['relay, batches of 100', 'consume what was relayed so']);
  for (const [what, ...cells] of report?.rows ?? []) for (const cell of cells) expect([what, cell]).toEqual([what, expect.stringMatching(/^[\d,.]+$/)]);
  const { rows } = await hears.pool.query(`select count(*)::int as drafts, (select count(*)::int from inbox) as heard from events where type = 'DraftMade'`);
  expect(rows).toEqual([{ drafts: 100, heard: 100 }]);
  await Promise.all([says.close(), hears.close()]);
});
