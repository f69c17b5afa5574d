import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adviceCodes } from './advice.table.js';
import { findingCodes } from './findings.table.js';

/** The tests but this one, as text. */
const tests = readdirSync(__dirname)
  .filter((name) => name.endsWith('.spec.ts') && name !== 'every-code.spec.ts')
  .map((name) => readFileSync(join(__dirname, name), 'utf8'))
  .join('\n');

test.each([...Object.keys(findingCodes), ...Object.keys(adviceCodes)])('%s is named by a test', (code) => {
  expect(tests).toContain(code);
});
