import { limits } from './limits.js';

/** What a Hologic page assigns: texts by name, tables by name, row and column. */
export interface Assignments {
  readonly texts: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, readonly (readonly string[])[]>;
}

interface Assigned {
  readonly name: string;
  readonly indices: readonly number[];
  readonly value: string;
  readonly end: number;
}

const MOST_CELLS = 200;
const assignment = /([A-Za-z_]\w{0,80})((?:[ \t]{0,9}\[[ \t]{0,9}\d{1,3}[ \t]{0,9}\]){0,2})[ \t]{0,9}=[ \t]{0,9}"/y;

/** The closing quote of a text that begins at `from`; -1 where the line ends before it. */
const closingQuote = (text: string, from: number): number => {
  for (let at = from; at < text.length && text[at] !== '\n' && text[at] !== '\r'; at += 1) {
    if (text[at] === '"') return at;
    if (text[at] === '\\') at += 1;
  }
  return -1;
};

const assignedAt = (text: string, at: number): Assigned | 'cut' | undefined => {
  assignment.lastIndex = at;
  const [whole, name, brackets = ''] = assignment.exec(text) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const end = closingQuote(text, at + whole.length);
  if (end < 0) return 'cut';
  const indices = [...brackets.matchAll(/\d+/g)].map(([index]) => Number(index));
  return { name, indices, value: text.slice(at + whole.length, end).replace(/\\(.)/g, '$1'), end: end + 1 };
};

const nextStart = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && !';\r\n>'.includes(text.charAt(at))) at += 1;
  return at + 1;
};

const putCell = (tables: Map<string, string[][]>, { name, indices: [row = 0, column = 0], value }: Assigned): void => {
  if (row > MOST_CELLS || column > MOST_CELLS) return;
  const table = tables.get(name) ?? [];
  const cells = table[row] ?? [];
  cells[column] = value;
  table[row] = cells;
  tables.set(name, table);
};

const keep = (assigned: Assigned, texts: Map<string, string>, tables: Map<string, string[][]>): void => {
  if (assigned.indices.length === 0) texts.set(assigned.name, assigned.value);
  else if (assigned.indices.length === 2) putCell(tables, assigned);
};

const skipBlanks = (page: string, from: number): number => {
  let at = from;
  while (at < page.length && /\s/.test(page.charAt(at))) at += 1;
  return at;
};

const filled = (table: readonly (readonly string[])[]): string[][] =>
  Array.from(table, (row) => Array.from(row ?? [], (cell) => cell ?? ''));

/**
 * The assignments of texts in a Hologic page, read as text: nothing of its JavaScript is run, and whatever else it says is
 * passed over. 'TRUNCATED' where a text is cut off, 'UNREADABLE' where there are more than `limits` allow.
 */
export const readAssignments = (page: string): Assignments | 'TRUNCATED' | 'UNREADABLE' => {
  const texts = new Map<string, string>();
  const tables = new Map<string, string[][]>();
  if (page.length > limits.letters) return 'UNREADABLE';
  for (let at = 0, left: number = limits.items; at < page.length; left -= 1) {
    const start = skipBlanks(page, at);
    const assigned = assignedAt(page, start);
    if (left === 0) return 'UNREADABLE';
    if (assigned === 'cut') return 'TRUNCATED';
    if (assigned !== undefined) keep(assigned, texts, tables);
    at = nextStart(page, assigned?.end ?? start);
  }
  return { texts, tables: new Map([...tables].map(([name, table]) => [name, filled(table)])) };
};
