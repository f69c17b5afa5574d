export * from './arrival-taken-back.v1.js';
export * from './exam-cancelled.v1.js';
export * from './exam-details.v1.js';
export * from './exam-scheduled.v1.js';
export * from './patient-arrived.v1.js';
export * from './patient.v1.js';
export * from './site.v1.js';
