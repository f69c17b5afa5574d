import { waitUntil } from './wait-until.js';

it('gives what the condition found, also after it failed at first', async () => {
  let asked = 0;
  const found = await waitUntil(() => {
    asked += 1;
    if (asked === 1) throw new Error('not up yet');
    return asked === 3 && 'found';
  }, 'the third try');
  expect(found).toBe('found');
});

it('says what it waited for, and why not', async () => {
  const waiting = waitUntil(() => Promise.reject(new Error('refused')), 'the door to open', { timeoutMs: 50 });
  await expect(waiting).rejects.toThrow('waited 50 ms for the door to open');
  await expect(waiting).rejects.toMatchObject({ cause: new Error('refused') });
});
