export { densitometer, NotTaken, type BegunStep, type Densitometer, type Hearing, type Made, type Server } from './densitometer.js';
export { northIDXA, type Device } from './device.js';
export { makeStudy, type StudyFile, type StudyOrder } from './make-study.js';
export type { PerformedAt } from './performed.js';
export type { BreakOffReason } from './performed-step.js';
export { listenForResults, type Listening, type ResultsListener } from './results-listener.js';
export { msOkaforsBones, type Bone, type Hip, type Truth } from './truth.js';
export { seeded } from './drawing/noise.js';
