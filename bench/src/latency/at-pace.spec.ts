import { atPace } from './at-pace.js';

it('begins at its pace without waiting for what it has begun, and tells what failed', async () => {
  const begun: number[] = [];
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const asked = performance.now();
  const outcomes = await atPace(3000, 3, async (n) => {
    begun.push(performance.now());
    if (n === 2) letGo();
    await held;
    if (n === 1) throw new Error('the second');
    return n;
  });
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(begun.map((at, n) => at - asked >= n * 20 - 1)).toEqual([true, true, true]);
});
