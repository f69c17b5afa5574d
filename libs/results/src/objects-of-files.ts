import { splitPart10 } from '@osteon/dicom';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResultsObject } from './object-read.js';

/** There is no file and no folder of this name. */
export class NoSuchPath extends Error {
  constructor(path: string) {
    super(`${path}: no such file or folder`);
    this.name = 'NoSuchPath';
  }
}

const filesOf = async (path: string): Promise<string[]> => {
  const found = await stat(path).catch(() => {
    throw new NoSuchPath(path);
  });
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

/** Files and all that folders hold, in the order of their names; each is read when its turn comes. Throws NoSuchPath. */
export const objectsOfFiles = async (paths: readonly string[]): Promise<ResultsObject[]> => {
  const objects: ResultsObject[] = [];
  for (const path of paths)
    for (const file of await filesOf(path)) objects.push({ sopInstanceUID: await nameOf(file), bytes: () => readFile(file) });
  return objects;
};
