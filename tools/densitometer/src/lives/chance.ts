import { seeded } from '../drawing/noise.js';

/** What a seed decides: the same calls in the same order give the same answers. */
export interface Chance {
  /** In [from, to). */
  between(from: number, to: number): number;
  /** A whole number in [from, to]. */
  whole(from: number, to: number): number;
  /** Mean 0, deviation 1. */
  normal(): number;
  happens(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** A seed of its own for each name, so that one more question to one thing leaves the others as they are. */
export const seedFrom = (seed: number, name: string): number =>
  [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, (seed * 2654435761 + 97) >>> 0);

export const chanceOf = (seed: number): Chance => {
  const next = seeded(seed);
  return {
    between: (from, to) => from + (to - from) * next(),
    whole: (from, to) => from + Math.floor((to - from + 1) * next()),
    normal: () => {
      let sum = 0;
      for (let at = 0; at < 12; at += 1) sum += next();
      return sum - 6;
    },
    happens: (probability) => next() < probability,
    pick: (list) => {
      const one = list[Math.floor(next() * list.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
  };
};
