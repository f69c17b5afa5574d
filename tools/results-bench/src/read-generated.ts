import { compare } from './compare.js';
import type { Generated } from './generated.js';
import type { ReadPaths } from './read-paths.js';
import type { Found } from './table.js';

const readOne = async ({ folder, truth, parts }: Generated, readPaths: ReadPaths): Promise<Found> => {
  const given = await readPaths(parts);
  return {
    study: folder.split('/').at(-1) ?? folder,
    dialect: truth.dialect,
    fault: truth.fault,
    outcome: compare(truth, given ?? []),
    hasFailed: given === null,
  };
};

/** Reads generated studies, each on its own, so that whatever is given is known to be of that one. */
export const readGenerated = async (
  all: readonly Generated[],
  readPaths: ReadPaths,
  tell: (done: number) => void,
): Promise<Found[]> => {
  const found: Found[] = [];
  for (const one of all) {
    found.push(await readOne(one, readPaths));
    if (found.length % 40 === 0) tell(found.length);
  }
  return found;
};
