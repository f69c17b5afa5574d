import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { truthSchema, type Truth } from './truth.js';

/** One generated study on disk. */
export interface Generated {
  readonly folder: string;
  readonly truth: Truth;
  /** Folders with what came, in the order in which it came. */
  readonly parts: readonly string[];
}

const isPage = ({ truth }: Generated): boolean => truth.dialect.startsWith('page-');

/** The studies of a folder that `densitometer make` has written, of pages in pixels at most so many: reading them takes its time. */
export const generatedIn = async (root: string, pages: number): Promise<Generated[]> => {
  const names = (await readdir(root)).filter((name) => name.startsWith('study-')).toSorted();
  const all = await Promise.all(
    names.map(async (name): Promise<Generated> => {
      const folder = join(root, name);
      const parts = (await readdir(folder)).filter((part) => part === 'device' || part === 'late').toSorted();
      const truth = truthSchema.parse(JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')));
      return { folder, truth, parts: parts.map((part) => join(folder, part)) };
    }),
  );
  const kept = new Set(all.filter(isPage).slice(0, pages));
  return all.filter((one) => !isPage(one) || kept.has(one));
};
