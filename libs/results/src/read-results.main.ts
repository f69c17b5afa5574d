import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { splitPart10 } from '@osteon/dicom';
import { readResults, type ResultsObject } from './read-results.js';

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

/** A file that is no DICOM file is named by its path: it becomes a problem, not an end. */
const open = async (path: string): Promise<ResultsObject> => {
  const bytes = await readFile(path);
  try {
    return { sopInstanceUID: splitPart10(bytes).SOPInstanceUID, bytes };
  } catch {
    return { sopInstanceUID: path, bytes };
  }
};

const paths = process.argv.slice(2);
if (paths.length === 0) refused(USAGE);
const files = (await Promise.all(paths.map(filesOf))).flat();
process.stdout.write(`${JSON.stringify(readResults(await Promise.all(files.map(open))), null, 2)}\n`);
