import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Counted } from '../checks/platform-checks.js';
import type { Struck } from '../strikes/play-strike.js';

type Line = { readonly struck: Struck } | { readonly counted: Counted };

/** What earlier parts of a run have written down, in a file of JSON lines of its own for each seed. */
export const recordOf = (path: string) => {
  mkdirSync(dirname(path), { recursive: true });
  return {
    add: (line: Line): void => appendFileSync(path, `${JSON.stringify(line)}\n`),
    read: (): { struck: Struck[]; counted: Counted[] } => {
      // Written by `add` alone.
      const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').filter(Boolean).map((text): Line => JSON.parse(text) as Line) : [];
      const struck = new Map(lines.flatMap((line) => ('struck' in line ? [[line.struck.n, line.struck] as const] : [])));
      return { struck: [...struck.values()].sort((a, b) => a.n - b.n), counted: lines.flatMap((line) => ('counted' in line ? [line.counted] : [])) };
    },
  };
};
