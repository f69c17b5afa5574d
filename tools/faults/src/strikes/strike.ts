import type { Hospital } from '../exam/hospital.js';
import type { Volumes } from './volumes.js';

/** What a strike has to work with. */
export interface Field {
  readonly hospital: Hospital;
  readonly volumes?: Volumes;
  /** File that sets the clocks of the services, where clocks can be set. */
  readonly clockFile?: string;
}

/** Strikes a target, and resolves when the strike is over: whatever was taken away is there again, but nothing has come back by itself yet. */
export type Blow = (field: Field, target: string) => Promise<void>;

