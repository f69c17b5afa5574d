import type { Outcome } from './compare.js';

/** What was found of one study. */
export interface Found {
  readonly study: string;
  readonly dialect: string;
  readonly fault?: string;
  readonly outcome: Outcome;
  /** The command ended without a result. */
  readonly hasFailed: boolean;
}

export interface Sums {
  readonly studies: number;
  readonly right: number;
  readonly withheld: number;
  readonly wrong: number;
  readonly failed: number;
}

export const sumsOf = (found: readonly Found[]): Sums => ({
  studies: found.length,
  right: found.reduce((sum, { outcome }) => sum + outcome.right, 0),
  withheld: found.reduce((sum, { outcome }) => sum + outcome.withheld.length, 0),
  wrong: found.reduce((sum, { outcome }) => sum + outcome.wrong.length, 0),
  failed: found.filter(({ hasFailed }) => hasFailed).length,
});

/** How many of the values that the consoles have said were read right, in percent with one place. */
export const readShare = ({ right, withheld, wrong }: Sums): string => {
  const all = right + withheld + wrong;
  return all === 0 ? '-' : `${(Math.floor((1000 * right) / all) / 10).toFixed(1)} %`;
};

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const rowOf = (name: string, found: readonly Found[]): string => {
  const sums = sumsOf(found);
  const { studies, right, withheld, wrong, failed } = sums;
  return line([name, studies, right, withheld, wrong, readShare(sums), failed]);
};

/** A Markdown table, a row for each group, and one for all. */
export const tableOf = (title: string, found: readonly Found[], groupOf: (one: Found) => string): string => {
  const groups = [...new Set(found.map(groupOf))].toSorted();
  const rows = groups.map((group) =>
    rowOf(
      group,
      found.filter((one) => groupOf(one) === group),
    ),
  );
  return [
    line([title, 'studies', 'right', 'withheld', 'wrong', 'read', 'failed']),
    line(['---', ...Array.from({ length: 6 }, () => '---:')]),
    ...rows,
    rowOf('all', found),
  ].join('\n');
};

/** Every wrong value, one a line: study, dialect, fault, place, what was given and what it is. */
export const wrongLines = (found: readonly Found[]): string[] =>
  found.flatMap(({ study, dialect, fault, outcome }) =>
    outcome.wrong.map(
      ({ at, given, truth }) =>
        `${study} ${dialect}${fault === undefined ? '' : ` (${fault})`}: ${at} given ${given}, ${truth === undefined ? 'not to be given' : `is ${truth}`}`,
    ),
  );

/** The value below which so many hundredths lie. */
export const percentile = (values: readonly number[], hundredths: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * hundredths) / 100))] ?? 0;
};
