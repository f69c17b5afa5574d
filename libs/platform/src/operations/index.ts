export { AuditController } from './audit.controller.js';
export { operationOrder, OperationLog, type Ordered } from './operation-log.js';
export { operations, type Counts, type OperationKind, type Target } from './operation.js';
export { operationsDone } from './operations.projection.js';
