import type { Contract } from './contract.js';
import * as delivery from './delivery/index.js';
import * as modalityGateway from './modality-gateway/index.js';
import * as reading from './reading/index.js';
import * as reporting from './reporting/index.js';
import * as scheduling from './scheduling/index.js';

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'topic' in value && 'heard' in value;

/** Every contract of every service, found by looking, so that none can be forgotten here. */
export const contracts: readonly Contract[] = [scheduling, modalityGateway, reading, reporting, delivery].flatMap((service) =>
  Object.values(service).filter(isContract),
);
