export { Health, type Check, type Checks, type Readiness } from './health.js';
export { HealthController } from './health.controller.js';
