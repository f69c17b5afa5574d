/** Asks until the address answers 2xx; throws with what it waited for when the time is over. */
export const waitUntilReady = async (url: string, what: string, withinMs = 60_000): Promise<void> => {
  const until = Date.now() + withinMs;
  let last = 'no answer';
  while (Date.now() < until) {
    const answer = await fetch(url).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    if (typeof answer !== 'string' && answer.ok) return;
    last = typeof answer === 'string' ? answer : `status ${answer.status}`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} is not ready after ${withinMs / 1000} s (${last}).`);
};
