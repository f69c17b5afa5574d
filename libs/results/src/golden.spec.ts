import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenObjects } from './testing/golden.js';
import { readHere } from './testing/read-here.js';

test.each(Object.entries(goldenObjects))('a study of %s is read as it was when somebody looked at it', async (name, objects) => {
  const golden: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'testing', 'golden', `${name}.json`), 'utf8'));
  expect(JSON.parse(JSON.stringify(await readHere(objects)))).toEqual(golden);
});
