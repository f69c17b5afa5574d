import { columnOf, headingOf, type Column } from './columns.js';
import { nameGeRegion } from './ge-names.js';
import type { Cell, Line } from './page-words.js';
import { placeOfWords } from './place-words.js';
import { nameRegion } from './region-names.js';
import type { Place } from './study.js';
import type { Named, WrittenRow } from './written-row.js';

/** A row of a page's table: the name of its region, and the text under each heading. */
export interface PageRow {
  readonly label: string;
  readonly named: Named;
  readonly values: WrittenRow['values'];
}

interface Heading extends Pick<Cell, 'x0' | 'x1'> {
  readonly text: string;
}

const isRegionHeading = ({ text }: Cell): boolean => headingOf(text).name === 'region';

const overlap = (one: Pick<Cell, 'x0' | 'x1'>, other: Pick<Cell, 'x0' | 'x1'>): boolean => one.x0 < other.x1 && other.x0 < one.x1;

/** Headings of two lines: an upper one over exactly one lower is part of it, one over several is a title of them. */
const stacked = (upper: readonly Heading[], lower: readonly Heading[]): Heading[] => {
  const above = upper.map((each) => ({ each, below: lower.filter((other) => overlap(each, other)) }));
  const free = above.filter(({ below }) => below.length === 0).map(({ each }) => each);
  const merged = lower.map((each) => {
    const over = above.filter(({ below }) => below.length === 1 && below[0] === each).map((one) => one.each);
    return {
      text: [...over.map(({ text }) => text), each.text].join(' '),
      x0: Math.min(each.x0, ...over.map(({ x0 }) => x0)),
      x1: Math.max(each.x1, ...over.map(({ x1 }) => x1)),
    };
  });
  return [...free, ...merged];
};

const isNumber = (text: string): boolean => /^[-+\u2212]?\d{1,4}([.,]\d{1,4})?%?$/.test(text);

const isDataLine = ({ cells }: Line): boolean => cells.length > 1 && cells.slice(1).some(({ text }) => isNumber(text));

const gap = (above: Line | undefined, below: Line): number =>
  above === undefined ? Number.POSITIVE_INFINITY : (below.y0 - above.y1) / Math.max(1, below.y1 - below.y0);

/** The heading lines around the one that names Region: close above it, and below it until numbers begin. */
const headingsAt = (lines: readonly Line[], at: number): { headings: Heading[]; first: number } => {
  let first = at + 1;
  while (first < lines.length && first < at + 3 && !isDataLine(lines[first] ?? { cells: [], y0: 0, y1: 0 })) first += 1;
  const line = lines[at];
  const from = line !== undefined && gap(lines[at - 1], line) < 1.5 ? at - 1 : at;
  const all = lines.slice(from, first).map(({ cells }): readonly Heading[] => cells);
  return { headings: all.reduce<Heading[]>((upper, lower) => stacked(upper, lower), []), first };
};

const distance = ({ x0, x1 }: Heading, cell: Cell): number => Math.abs((x0 + x1) / 2 - (cell.x0 + cell.x1) / 2);

/** A cell belongs to the nearest heading of all, so that a column that is not read takes its own cells away. */
const valuesOf = (cells: readonly Cell[], headings: readonly (Heading & { column?: Column })[]): WrittenRow['values'] => {
  const values: Record<string, { text: string; unit?: string }> = {};
  const taken = new Set<Heading>();
  for (const cell of cells) {
    const [nearest] = headings.toSorted((one, other) => distance(one, cell) - distance(other, cell));
    if (nearest === undefined || taken.has(nearest)) return {};
    taken.add(nearest);
    if (nearest.column && nearest.column.field !== 'region')
      values[nearest.column.field] = { text: cell.text, unit: nearest.column.unit };
  }
  return values;
};

const namedOf = (scan: string, place: Partial<Place>, label: string): Named => {
  const byGe = nameGeRegion(scan, label);
  return 'unknown' in byGe ? nameRegion(place, label) : byGe;
};

/** The line nearest above the table that names a site, together with what the protocol says. */
const placeAbove = (lines: readonly Line[], protocol: Place | undefined): { place: Partial<Place>; scan: string } => {
  const texts = lines.toReversed().map(({ cells }) => cells.map(({ text }) => text).join(' '));
  const scan = texts.find((text) => placeOfWords([text]).site !== undefined) ?? '';
  const [own, said] = [placeOfWords([scan]), protocol ?? {}];
  const contradicts = own.site !== undefined && protocol !== undefined && own.site !== protocol.site;
  return contradicts ? { place: {}, scan: '' } : { place: { ...said, ...own }, scan };
};

const isTable = (headings: readonly (Heading & { column?: Column })[]): boolean => {
  const fields = headings.flatMap(({ column }) => column?.field ?? []);
  return fields.includes('bmd') && fields.includes('region') && new Set(fields).size === fields.length;
};

const rowsAt = (lines: readonly Line[], at: number, protocol: Place | undefined): PageRow[] => {
  const { headings, first } = headingsAt(lines, at);
  const columns = headings.map((heading) => ({ ...heading, column: columnOf(heading.text) }));
  if (!isTable(columns)) return [];
  const { place, scan } = placeAbove(lines.slice(0, at), protocol);
  const rows: PageRow[] = [];
  for (const line of lines.slice(first)) {
    const [label, ...cells] = line.cells;
    if (label === undefined || !isDataLine(line)) break;
    rows.push({
      label: label.text,
      named: namedOf(scan, place, label.text),
      values: valuesOf(
        cells,
        columns.filter(({ column }) => column?.field !== 'region'),
      ),
    });
  }
  return rows;
};

/**
 * The rows of all tables of a page that have a heading Region and one BMD: each cell under the nearest heading, the place from
 * the nearest line above that names a site. A line with two cells under one heading has no values.
 */
export const readPageTables = (lines: readonly Line[], protocol: Place | undefined): PageRow[] =>
  lines.flatMap((line, at) => (line.cells.some(isRegionHeading) ? rowsAt(lines, at, protocol) : []));

/** Where the tables of a page begin and end: its lines above the first, and the height from its headings to its last numbers. */
export interface TableBand {
  readonly above: readonly Line[];
  readonly y0: number;
  readonly y1: number;
}

/** The band of lines that has all tables of a page; undefined where no line names Region. */
export const bandOfTables = (lines: readonly Line[]): TableBand | undefined => {
  const at = lines.findIndex(({ cells }) => cells.some(isRegionHeading));
  const heading = lines[at];
  const last = lines.findLast((line, index) => index > at && isDataLine(line));
  if (heading === undefined || last === undefined) return undefined;
  const top = gap(lines[at - 1], heading) < 1.5 ? at - 1 : at;
  const [before, first] = [lines[top - 1], lines[top] ?? heading];
  const margin = Math.min(heading.y1 - heading.y0, before === undefined ? Infinity : (first.y0 - before.y1) / 2);
  return { above: lines.slice(0, top), y0: first.y0 - margin, y1: last.y1 + heading.y1 - heading.y0 };
};
