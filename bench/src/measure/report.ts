/** What a measurement has found, as it is printed and kept. */
export interface Report {
  readonly title: string;
  /** What has survived a power cut when something counts as done, as asked of the parts themselves. */
  readonly durable: string;
  /** What else has to be known to read the figures. */
  readonly notes: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly floors: readonly Floor[];
}

/** What was asked for, and whether it was reached. */
export interface Floor {
  readonly what: string;
  readonly asked: string;
  readonly found: string;
  readonly isMet: boolean;
}

/** A floor under a figure that should be large. */
export const atLeast = (what: string, { asked, found, unit }: { asked: number; found: number; unit: string }): Floor => ({
  what,
  asked: `at least ${asked.toLocaleString('en')} ${unit}`,
  found: `${Math.round(found).toLocaleString('en')} ${unit}`,
  isMet: found >= asked,
});

/** A ceiling over a figure that should be small. */
export const atMost = (what: string, { asked, found, unit }: { asked: number; found: number; unit: string }): Floor => ({
  what,
  asked: `at most ${asked.toLocaleString('en')} ${unit}`,
  found: `${Math.round(found).toLocaleString('en')} ${unit}`,
  isMet: found <= asked,
});

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (head: readonly string[], rows: Report['rows']): string[] => [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)];

/** A report as Markdown. */
export const reportText = ({ title, durable, notes, head, rows, floors }: Report): string => {
  const reached = floors.map(({ what, asked, found, isMet }) => [what, asked, found, isMet ? 'met' : 'NOT met']);
  return [
    `### ${title}`,
    '',
    `Durable: ${durable}`,
    ...notes,
    '',
    ...table(head, rows),
    ...(reached.length > 0 ? ['', ...table(['floor', 'asked', 'found', ''], reached)] : []),
    '',
  ].join('\n');
};
