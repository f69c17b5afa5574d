/** A piece of text on a page, in any unit of length; y grows downwards. */
export interface Word {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** A cell of a line: words that stand close to each other. */
export type Cell = Word;

/** A line of cells, from left to right. */
export interface Line {
  readonly cells: readonly Cell[];
  readonly y0: number;
  readonly y1: number;
}

const heightOf = ({ y0, y1 }: Word): number => Math.max(1, y1 - y0);

const middleOf = ({ y0, y1 }: { y0: number; y1: number }): number => (y0 + y1) / 2;

const joined = (one: Word, other: Word): Word => ({
  text: `${one.text} ${other.text}`,
  x0: Math.min(one.x0, other.x0),
  x1: Math.max(one.x1, other.x1),
  y0: Math.min(one.y0, other.y0),
  y1: Math.max(one.y1, other.y1),
});

/** Words belong together where less than 0.7 of their height lies between them. */
const cellsOf = (words: readonly Word[]): Cell[] => {
  const cells: Cell[] = [];
  for (const word of words.toSorted((one, other) => one.x0 - other.x0)) {
    const last = cells.at(-1);
    if (last !== undefined && word.x0 - last.x1 < 0.7 * heightOf(word)) cells[cells.length - 1] = joined(last, word);
    else cells.push(word);
  }
  return cells;
};

/** The lines of a page from top to bottom: words whose middles lie within half a height of each other. */
export const linesOfWords = (words: readonly Word[]): Line[] => {
  const lines: Word[][] = [];
  for (const word of words.filter(({ text }) => text.trim() !== '').toSorted((one, other) => middleOf(one) - middleOf(other))) {
    const last = lines.at(-1)?.[0];
    if (last !== undefined && Math.abs(middleOf(last) - middleOf(word)) < heightOf(last) / 2) lines.at(-1)?.push(word);
    else lines.push([word]);
  }
  return lines.map((ofLine) => ({
    cells: cellsOf(ofLine),
    y0: Math.min(...ofLine.map(({ y0 }) => y0)),
    y1: Math.max(...ofLine.map(({ y1 }) => y1)),
  }));
};
