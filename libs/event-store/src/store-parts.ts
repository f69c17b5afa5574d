import type { AnyAggregate } from './aggregate.js';
import type { Recorded } from './domain-event.js';
import type { Projection } from './projection.js';
import type { StateSource } from './say-states.js';
import type { Transactions } from './transaction.js';

/** What a service gives to its event store. */
export interface StoreParts {
  /** Name of the service: `ce_source` of all it says. */
  readonly service: string;
  readonly transactions: Transactions;
  readonly aggregates: readonly AnyAggregate[];
  readonly projections: readonly Projection[];
  /** What the service keeps the latest state of on compacted topics, one for each topic. */
  readonly states?: readonly StateSource[];
  /** Makes event ids, UUIDs that sort by time. Default: UUIDv7. */
  readonly ids: () => string;
  readonly clock: { now(): Date };
  /** Told after each commit that stored facts or messages: wakes the relay, tells open pages. Must not throw. */
  readonly committed?: (facts: readonly Recorded[]) => void;
}
