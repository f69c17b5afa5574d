import type { Device } from '../device.js';
import type { Scale } from '../measure/reference-sets.table.js';
import type { MenAgainst } from '../measure/rows.js';
import type { Dialect } from './dialect.js';

/** A densitometer as a hospital has set it up: what it is, how it writes, and where it leaves its numbers. */
export interface Console extends Device {
  readonly dialect: Dialect;
  readonly scale: Scale;
  readonly menAgainst: MenAgainst;
  /** Specific Character Set (0008,0005) of its objects. */
  readonly characterSet: string;
}
