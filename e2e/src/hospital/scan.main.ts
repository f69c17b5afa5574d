import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeStudy } from '@osteon/densitometer';

/** Scans the patient of the worklist item on standard input; the folder gets the files, standard output their names and UIDs. */
const [folder = '', DA = '', TM = ''] = process.argv.slice(2);
const { files } = makeStudy({ worklistItem: JSON.parse(readFileSync(0, 'utf8')), at: { DA, TM } });
mkdirSync(folder, { recursive: true });
for (const { name, bytes } of files) writeFileSync(join(folder, `${name}.dcm`), bytes);
console.log(JSON.stringify(files.map(({ name, SOPInstanceUID }) => ({ path: join(folder, `${name}.dcm`), SOPInstanceUID }))));
