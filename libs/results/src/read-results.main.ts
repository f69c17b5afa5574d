import { NoSuchPath, objectsOfFiles } from './objects-of-files.js';
import { readResults } from './read-results.js';
import { ReaderNotStarted, startReader } from './start-reader.js';

const USAGE = 'usage: read-results FILE|FOLDER...';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const reader = startReader();
try {
  process.stdout.write(`${JSON.stringify(await readResults(await objectsOfFiles(paths), reader), null, 2)}\n`);
} catch (error) {
  if (!(error instanceof ReaderNotStarted || error instanceof NoSuchPath)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof NoSuchPath ? 2 : 1;
} finally {
  await reader.end();
}
