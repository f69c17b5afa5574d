/** A row of a CSV file with its line number. */
export interface CsvRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** Rows of a plain CSV (comma, first line names the columns, no quotes): what a spreadsheet of measurements gives. */
export const readCsv = (text: string): CsvRow[] => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = (lines[0] ?? '').split(',').map((name) => name.trim());
  return lines.slice(1).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = line.split(',').map((cell) => cell.trim());
    return [{ line: index + 2, cells: new Map(names.map((name, column) => [name, cells[column] ?? ''])) }];
  });
};
