import { AskedToEnd, askedToEnd, untilAsked } from './platform/asked-to-end.js';
import { describePlatform } from './platform/describe.js';
import { readPlaces } from './platform/places.js';
import { startPlatform } from './platform/start-platform.js';

/** `npm start`: the platform, empty, until Ctrl-C. */
const asked = askedToEnd();
try {
  const platform = await startPlatform(readPlaces(), (line) => console.log(line), asked);
  console.log(describePlatform(platform));
  await untilAsked(asked);
  await platform.stop();
  process.exit(0);
} catch (error) {
  if (!(error instanceof AskedToEnd)) console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
