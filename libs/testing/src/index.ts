export { at, context } from './context.js';
export { copyOfDatabase, serviceDatabase, testDatabase, type ServiceTestDatabase, type TestDatabase } from './databases.js';
export { given, type Outcome } from './given.js';
export { testKafka, type TestKafka } from './kafka.js';
export { drKim, drLee, drSilva, examA1, mrOps, mrTanaka, msBauer, msFrank, msNovak, msOkafor, NORTH, service, SOUTH } from './people.js';
export { waitUntil } from './wait-until.js';
