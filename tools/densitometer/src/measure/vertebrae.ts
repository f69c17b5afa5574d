import { levels, type Level } from '../lives/bones-on.js';
import { yearsBetween } from '../lives/days.js';
import type { Person } from '../lives/person.js';

/** Every run of two or more vertebrae, as enCORE lists them. */
export const allRuns: readonly (readonly Level[])[] = levels.flatMap((_, from) =>
  levels.slice(from + 1).map((__, more) => levels.slice(from, from + more + 2)),
);

/** Vertebrae as one region: neighbours as a run, gaps with a comma: `L1-L2,L4`. */
export const regionOf = (chosen: readonly Level[]): string => {
  const runs: Level[][] = [];
  for (const level of chosen) {
    const last = runs.at(-1);
    if (last && levels.indexOf(level) === levels.indexOf(last.at(-1) ?? 'L1') + 1) last.push(level);
    else runs.push([level]);
  }
  return runs.map((run) => (run.length === 1 ? run[0] : `${run[0]}-${run.at(-1)}`)).join(',');
};

/** What a technologist at a console that asks for it keeps: not a broken L1, not the vertebra with the spurs. */
export const kept = ({ fate, seed }: Person, day: string): Level[] => {
  const hasSpurs = fate.degenerativeFrom !== undefined && yearsBetween(fate.degenerativeFrom, day) > 2;
  const worst: Level = seed % 3 === 0 ? 'L3' : 'L4';
  const isBroken = fate.fracturedOn !== undefined && fate.fracturedOn <= day;
  return levels.filter((level) => !(isBroken && level === 'L1') && !(hasSpurs && level === worst));
};
