import { seeded } from '@osteon/densitometer';
import { matrix, type Cell, type StepName } from './cells.table.js';

/** One strike: its number, its cell and its moment, in milliseconds after the step has begun. */
export interface Strike extends Cell {
  readonly n: number;
  readonly afterMs: number;
}

/** How long a step takes on a quiet machine: a strike falls somewhere in it. */
const lasts: Readonly<Record<StepName, number>> = { order: 250, arrive: 120, worklist: 100, begin: 100, store: 900, complete: 80, commit: 120, read: 1500, sign: 1000, deliver: 700 };

const shuffled = <T>(items: readonly T[], next: () => number): T[] => {
  const left = [...items];
  return items.map(() => left.splice(Math.floor(next() * left.length), 1)).flat();
};

/** Strikes in the order they fall: every cell once, then cells drawn again until there are enough. The same seed gives the same schedule. */
export const schedule = (seed: number, count: number, cells: readonly Cell[] = matrix): readonly Strike[] => {
  const next = seeded(seed);
  const drawn: Cell[] = [];
  while (drawn.length < count) drawn.push(...shuffled(cells, next));
  return drawn.slice(0, count).map((cell, n) => ({ ...cell, n, afterMs: Math.round(next() * lasts[cell.step]) }));
};
