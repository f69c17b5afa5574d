export { askedToEnd } from './asked-to-end.js';
export { localCredentials } from '../sign-in/credentials.js';
export { people } from '../sign-in/people.table.js';
export { localToken } from '../sign-in/local-token.js';
export { keepRunning, type ChildOptions, type Kept } from './child.js';
export { serviceEnvironment } from './service-environment.js';
export { waitUntilReady } from './ready.js';
export { readPlaces, serviceNames, type Places, type ServiceName } from './places.js';
export { startPlatform, type Platform } from './start-platform.js';
