export * from './report-content.v1.js';
export * from './report-drafted.v1.js';
export * from './report-signature.v1.js';
export * from './report-signed.v1.js';
