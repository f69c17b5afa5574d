/** The vertebrae that decide in a lumbar spine. */
export const lumbarVertebrae = ['L1', 'L2', 'L3', 'L4'] as const;
export type Vertebra = (typeof lumbarVertebrae)[number];

const indexOf = (name: string): number => lumbarVertebrae.findIndex((vertebra) => vertebra === name);

const span = (part: string): readonly Vertebra[] => {
  const [from = '', to = from] = part.split('-');
  const [first, last] = [indexOf(from), indexOf(to)];
  return first < 0 || last < first ? [] : lumbarVertebrae.slice(first, last + 1);
};

/** `L1-L2,L4` as its vertebrae, in order; empty where it names none or anything else. */
export const vertebraeOf = (region: string): readonly Vertebra[] => {
  const spans = region.split(',').map((part) => span(part.trim()));
  return spans.some((vertebrae) => vertebrae.length === 0)
    ? []
    : lumbarVertebrae.filter((vertebra) => spans.flat().includes(vertebra));
};

/** The name of a combination, as devices write it: neighbours as a span (`L1-L3`), others by comma (`L1,L3-L4`). */
export const nameOfVertebrae = (vertebrae: readonly Vertebra[]): string => {
  const runs: Vertebra[][] = [];
  for (const vertebra of lumbarVertebrae.filter((one) => vertebrae.includes(one))) {
    const run = runs.at(-1);
    if (run !== undefined && indexOf(vertebra) === indexOf(run.at(-1) ?? '') + 1) run.push(vertebra);
    else runs.push([vertebra]);
  }
  return runs.map((run) => (run.length === 1 ? run[0] : `${run[0]}-${run.at(-1)}`)).join(',');
};
