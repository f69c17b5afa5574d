export { densitometer, type Densitometer, type Server } from './densitometer.js';
export { northIDXA, type Device } from './device.js';
export { makeStudy, type StudyFile, type StudyOrder } from './make-study.js';
export type { PerformedAt } from './performed.js';
export { msOkaforsBones, type Bone, type Hip, type Truth } from './truth.js';
