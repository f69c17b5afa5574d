import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogueOf, expectedOf, goldensIn } from './golden.js';

const folder = join(process.cwd(), 'libs/densitometry/golden');
const expected = join(folder, 'expected');
const goldens = goldensIn(join(folder, 'exams'));

await mkdir(expected, { recursive: true });
const names = new Set(goldens.map(({ name }) => `${name}.yaml`));
for (const file of await readdir(expected)) if (!names.has(file)) await rm(join(expected, file));
for (const golden of goldens) await writeFile(join(expected, `${golden.name}.yaml`), expectedOf(golden));
await writeFile(join(folder, 'README.md'), catalogueOf(goldens));
process.stdout.write(`${goldens.length} exams written to libs/densitometry/golden/expected: read the difference\n`);
