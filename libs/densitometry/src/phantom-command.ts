import type { Answer } from './command.js';
import { readPhantom } from './measurements-csv.js';
import { phantomControl, phantomRules } from './phantom-control.js';

/** What a series of phantom measurements says about the scanner. */
export const phantomCommand = (csv: string): Answer => {
  const { rows, problems } = readPhantom(csv);
  if (problems.length > 0) return { problems };
  const control = phantomControl(rows);
  const message = `has no baseline: ${phantomRules.baselineDays} days that vary are needed`;
  return control === undefined ? { problems: [{ at: '', message }] } : { json: control };
};
