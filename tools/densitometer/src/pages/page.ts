/** A page of a report: texts and lines on a sheet, in points from its upper left corner; a text stands on its y. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PageText[];
  readonly lines: readonly { readonly x: number; readonly y: number; readonly width: number }[];
}

export interface PageText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly isBold?: boolean;
}

export const WIDTH = 612;

const LEFT = 36;

/** Labels and their values, in two columns from y on. */
export const labelled = (pairs: readonly (readonly [string, string])[], from: number): PageText[] =>
  pairs.flatMap(([label, value], at) => {
    const x = LEFT + (at % 2) * 285;
    const y = from + Math.floor(at / 2) * 15;
    return [
      { x, y, text: label, size: 9.5, isBold: true },
      { x: x + 92, y, text: value, size: 9.5 },
    ];
  });

/** Where the columns of a table begin, and how it is set. */
export interface TableSet {
  readonly from: number;
  readonly columns: readonly number[];
  readonly step: number;
}

/** A table: heading lines in bold, then the rows. */
export const tabled = (
  headings: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
  { from, columns, step }: TableSet,
): PageText[] =>
  [...headings, ...rows].flatMap((cells, row) =>
    cells.flatMap((text, at) =>
      text.trim() === ''
        ? []
        : [{ x: columns[at] ?? LEFT, y: from + row * step, text, size: 10.5, isBold: row < headings.length }],
    ),
  );
