export * from './reading-started.v1.js';
export * from './review-content.v1.js';
export * from './review-lapsed.v1.js';
export * from './scan-reviewed.v1.js';
