import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of sample files beside the checkout, or where OSTEON_SAMPLES says. They are no part of this project. */
const folder = process.env['OSTEON_SAMPLES'] ?? resolve(import.meta.dirname, '../../../../../shared/samples');

export const sample = (path: string): string => join(folder, path);

/** The tests that need the samples; where there are none they are left out, aloud. */
export const describeWithSamples = (name: string, tests: () => void): void => {
  if (existsSync(folder)) return describe(name, tests);
  process.stderr.write(`left out, as there are no samples in ${folder} (set OSTEON_SAMPLES): ${name}\n`);
  describe.skip(name, tests);
};
