import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { splitPart10 } from '@osteon/dicom';
import type { ResultsObject } from './object-read.js';
import { readResults } from './read-results.js';
import { startReader } from './start-reader.js';

const USAGE = 'usage: read-results FILE|FOLDER...';

const refused = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(2);
};

const filesOf = async (path: string): Promise<string[]> => {
  const found = await stat(path).catch(() => refused(`${path}: no such file or folder`));
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

/** The header of a file is enough to name it; one that is no DICOM file is named by its path: it becomes a problem, not an end. */
const nameOf = async (path: string): Promise<string> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return splitPart10(buffer.subarray(0, bytesRead)).SOPInstanceUID;
  } catch {
    return path;
  } finally {
    await file.close();
  }
};

const objectOf = async (path: string): Promise<ResultsObject> => ({
  sopInstanceUID: await nameOf(path),
  bytes: () => readFile(path),
});

const paths = process.argv.slice(2);
if (paths.length === 0) refused(USAGE);
const files = (await Promise.all(paths.map(filesOf))).flat();
const objects: ResultsObject[] = [];
for (const file of files) objects.push(await objectOf(file));
const reader = startReader();
process.stdout.write(`${JSON.stringify(await readResults(objects, reader), null, 2)}\n`);
await reader.end();
