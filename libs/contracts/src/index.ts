export * as delivery from './delivery/index.js';
export * as modalityGateway from './modality-gateway/index.js';
export * as reading from './reading/index.js';
export * as reporting from './reporting/index.js';
export * as scheduling from './scheduling/index.js';
export { compactedState, publishedEvent, type Contract, type DataOf } from './contract.js';
export * from './shared/exam-format.js';
export * from './shared/object-ref.js';
export * from './shared/order-numbers.js';
