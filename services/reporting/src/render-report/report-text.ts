import type { Labelled, ReportDocument } from './report-document.js';
import type { ResultTable } from './result-table.js';

const labelled = (lines: readonly Labelled[]): string =>
  lines.map(({ label, value }) => `${`${label}:`.padEnd(18)}${value}`).join('\n');

const heading = (title: string, text: string): string => `${title.toUpperCase()}\n${text}`;

const tableText = ({ caption, quality, head, rows, notes }: ResultTable): string => {
  const lines = [head, ...rows.map(({ cells }) => cells)];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const numbers = head.length - 1;
  const written = lines.map((line) =>
    line
      .map((cell, column) =>
        column > 0 && column < numbers ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return `${caption}, ${quality}\n${[...written, ...notes].join('\n')}`;
};

/** A report as plain text, lines ended by LF; columns of numbers stand under each other in a fixed-width font. */
export const reportText = (document: ReportDocument): string =>
  [
    document.letterhead.join('\n'),
    [document.title.toUpperCase(), ...(document.mark === undefined ? [] : [document.mark])].join('\n'),
    labelled([...document.patient, ...document.exam]),
    ...document.first.map(({ title, text }) => heading(title, text)),
    ...(document.results.length > 0 ? [heading('Results', document.results.map(tableText).join('\n\n'))] : []),
    ...document.rest.map(({ title, text }) => heading(title, text)),
    document.signature.join('\n'),
  ].join('\n\n') + '\n';
