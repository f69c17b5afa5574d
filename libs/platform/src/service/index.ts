export { definitionOf, type ServiceDefinition } from './definition.js';
export { describeService } from './describe-service.js';
export type { Boot } from './foundation.js';
export { OsteonModule } from './osteon.module.js';
export { runService } from './run-service.js';
export { configOf, ServiceConfig, type ConfigOf, type PlatformConfig } from './service-config.js';
export { startService, type RunningService } from './start-service.js';
