import { perSecond, rateOf } from './rate.js';

it('counts what all writers have done, each turn once', async () => {
  const taken: string[] = [];
  const rate = await rateOf(3, 20, async (writer, turn) => {
    await new Promise((later) => setImmediate(later));
    taken.push(`${writer} ${turn}`);
    return 2;
  });
  expect(rate.turns).toBe(taken.length);
  expect(rate.count).toBe(2 * taken.length);
  expect(new Set(taken).size).toBe(taken.length);
  expect(rate.ms).toBeGreaterThanOrEqual(20);
});

it('is so much a second', () => {
  expect(perSecond({ count: 50, ms: 200 })).toBe(250);
});
