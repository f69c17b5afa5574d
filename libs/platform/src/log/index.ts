export { eventLog, Log, type EventLog, type Ids, type LogOptions } from './log.js';
export { nestLog } from './nest-log.js';
