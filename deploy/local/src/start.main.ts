import { readPlaces } from './platform/places.js';
import { startPlatform } from './platform/start-platform.js';
import { describePlatform } from './platform/describe.js';
import { endOnSignal } from './platform/end-on-signal.js';

/** `npm start`: the platform, empty, until Ctrl-C. */
try {
  const platform = await startPlatform(readPlaces(), (line) => console.log(line));
  endOnSignal(platform);
  console.log(describePlatform(platform));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
