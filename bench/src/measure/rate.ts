/** How much was done, and how long it took. */
export interface Rate {
  readonly count: number;
  readonly turns: number;
  readonly ms: number;
}

/** So much a second. */
export const perSecond = ({ count, ms }: Pick<Rate, 'count' | 'ms'>): number => (count / ms) * 1000;

/** Several at once take turn after turn until the time is over; a turn says how much it has done. */
export const rateOf = async (writers: number, forMs: number, take: (writer: number, turn: number) => Promise<number>): Promise<Rate> => {
  const began = performance.now();
  let [count, turns] = [0, 0];
  const work = async (writer: number): Promise<void> => {
    for (let turn = 0; performance.now() - began < forMs; turn += 1) {
      // Added after the wait: the others have counted in the meantime.
      const done = await take(writer, turn);
      count += done;
      turns += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => work(writer)));
  return { count, turns, ms: performance.now() - began };
};

/** How long a piece of work took, in milliseconds, and what came of it. */
export const timed = async <T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> => {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
};
