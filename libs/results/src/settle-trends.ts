import { groupBy } from './group-by.js';
import type { DeviceTrend, Problem } from './study.js';

type Point = DeviceTrend['points'][number];

interface Settled {
  readonly trends: readonly DeviceTrend[];
  readonly problems: readonly Problem[];
}

const nameOf = ({ site, side, regions }: DeviceTrend): string => [site, ...(side === undefined ? [] : [side]), regions].join(' ');

const isOne = (points: readonly Point[]): boolean => new Set(points.map(({ bmd }) => bmd)).size === 1;

const settleTrend = (name: string, told: readonly DeviceTrend[]): Settled => {
  const byDate = [
    ...groupBy(
      told.flatMap(({ points }) => points),
      ({ date }) => date,
    ),
  ];
  const points = byDate.flatMap(([, ofDay]) => (isOne(ofDay) ? ofDay.slice(0, 1) : []));
  const problems = byDate
    .filter(([, ofDay]) => !isOne(ofDay))
    .map(([date, ofDay]): Problem => ({
      code: 'SOURCES_DISAGREE',
      detail: `trend ${name} ${date} bmd: ${[...new Set(ofDay.map(({ bmd }) => bmd))].join(', ')}`,
    }));
  return { trends: told.slice(0, 1).flatMap((trend) => (points.length === 0 ? [] : [{ ...trend, points }])), problems };
};

/** The trends of all objects, each region of a place once; a day for which they have different numbers is left out and told. */
export const settleTrends = (trends: readonly DeviceTrend[]): Settled => {
  const settled = [...groupBy(trends, nameOf)].map(([name, told]) => settleTrend(name, told));
  return { trends: settled.flatMap((each) => each.trends), problems: settled.flatMap((each) => each.problems) };
};
