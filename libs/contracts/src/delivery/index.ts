export * from './delivery-outcomes.v1.js';
