import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clinicalRules } from './clinical-rules.js';

test('the page of the rules says what the code says', () => {
  const page = readFileSync(join(__dirname, '../../../docs/explanation/clinical-rules.md'), 'utf8');
  expect(page).toBe(clinicalRules());
});
