import { mkdirSync, rmSync } from 'node:fs';
import { readPlaces, startPlatform } from '@osteon/local/platform';

/**
 * The one platform of an e2e run, in a process of its own. Says `ready` on standard output, and ends, with its folder, when its
 * standard input ends: so it goes with the run, however the run ends.
 */
const places = readPlaces();
mkdirSync(places.kept, { recursive: true, mode: 0o755 });

const erase = (): void => rmSync(places.kept, { recursive: true, force: true });

process.on('SIGINT', () => undefined);
const askedToEnd = new Promise<void>((resolve) => process.stdin.on('end', resolve).resume());

try {
  const platform = await startPlatform(places, (line) => console.error(line));
  console.log('ready');
  await askedToEnd;
  await platform.stop();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
erase();
process.exit();
