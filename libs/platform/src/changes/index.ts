export { ChangesController, OpenStreams } from './changes.controller.js';
export { Changes, type Change, type Listener } from './changes.js';
