import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { leaveNothingBehind } from './platform/leftovers.js';
import { readPlaces } from './platform/places.js';

/** `npm run reset`: erases what the platform keeps, apart from the fetched Kafka jars. */
const { kept } = readPlaces();
await leaveNothingBehind(kept);
for (const part of ['postgres', 'kafka', 'objects', 'logs', 'peers', 'sign-in.json', 'services.json']) rmSync(join(kept, part), { recursive: true, force: true });
console.log(`Erased the data of the local platform in ${kept}.`);
