export * from './images-archived.v1.js';
export * from './scan-discontinued.v1.js';
export * from './scan-extended.v1.js';
export * from './scan-received.v1.js';
export * from './scan-started.v1.js';
export * from './scan-unmatched.v1.js';
