/** The vertebrae that decide in a lumbar spine. */
export const lumbarVertebrae = ['L1', 'L2', 'L3', 'L4'] as const;
export type Vertebra = (typeof lumbarVertebrae)[number];

const indexOf = (name: string): number => lumbarVertebrae.findIndex((vertebra) => vertebra === name);

const span = (part: string): readonly Vertebra[] => {
  const [from = '', to = from] = part.split('-');
  const [first, last] = [indexOf(from), indexOf(to)];
  return first < 0 || last < first ? [] : lumbarVertebrae.slice(first, last + 1);
};

const read = (region: string): readonly Vertebra[] => {
  const spans = region.split(',').map((part) => span(part.trim()));
  return spans.some((vertebrae) => vertebrae.length === 0)
    ? []
    : lumbarVertebrae.filter((vertebra) => spans.flat().includes(vertebra));
};

const written = (vertebrae: readonly Vertebra[]): string => {
  const runs: Vertebra[][] = [];
  for (const vertebra of vertebrae) {
    const run = runs.at(-1);
    if (run !== undefined && indexOf(vertebra) === indexOf(run.at(-1) ?? '') + 1) run.push(vertebra);
    else runs.push([vertebra]);
  }
  return runs.map((run) => (run.length === 1 ? run[0] : `${run[0]}-${run.at(-1)}`)).join(',');
};

/** The sixteen sets of lumbar vertebrae, each at the number whose bits are its vertebrae. */
const sets: readonly { readonly name: string; readonly vertebrae: readonly Vertebra[] }[] = Array.from(
  { length: 16 },
  (_each, bits) => {
    const vertebrae = lumbarVertebrae.filter((_vertebra, index) => (bits & (1 << index)) !== 0);
    return { name: written(vertebrae), vertebrae };
  },
);

const byName: ReadonlyMap<string, readonly Vertebra[]> = new Map(sets.map(({ name, vertebrae }) => [name, vertebrae]));

/** `L1-L2,L4` as its vertebrae, in order; empty where it names none or anything else. */
export const vertebraeOf = (region: string): readonly Vertebra[] => byName.get(region) ?? read(region);

/** The name of a combination, as devices write it: neighbours as a span (`L1-L3`), others by comma (`L1,L3-L4`). */
export const nameOfVertebrae = (vertebrae: readonly Vertebra[]): string =>
  sets[vertebrae.reduce((bits, vertebra) => bits | (1 << indexOf(vertebra)), 0)]?.name ?? '';
