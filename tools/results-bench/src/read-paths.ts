import { objectsOfFiles, readResults, type ObjectReader } from '@osteon/results';
import { outputSchema, type Study } from './truth.js';

/** What `npm run read-results` prints of files and folders; null where it would end without a result. */
export type ReadPaths = (paths: readonly string[]) => Promise<Study[] | null>;

/** Reads as the command does, in one thread for all: starting it costs more than a study. */
export const readPathsBy =
  (reader: ObjectReader): ReadPaths =>
  async (paths) => {
    const read = await readResults(await objectsOfFiles(paths), reader);
    const printed = outputSchema.safeParse(JSON.parse(JSON.stringify(read)));
    return printed.success ? printed.data.studies : null;
  };
