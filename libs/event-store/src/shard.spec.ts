import { shardCount, shardOf } from './shard.js';

it('a key never leaves its shard: events of every hospital lie there', () => {
  const keys = ['', 'A1', '0190a000-0000-7000-8000-0000000000a1', 'Ωmega'];
  expect(keys.map(shardOf)).toEqual([2, 6, 7, 6]);
});

it('keys spread over all twelve', () => {
  const hit = new Set(Array.from({ length: 200 }, (_, n) => shardOf(`exam-${n}`)));
  expect(hit.size).toBe(shardCount);
});
