import type { Aggregate } from '@osteon/event-store';

/** Each fact names the number it must have, so that a lost or doubled one is seen. */
export interface Counted {
  readonly type: 'Counted';
  readonly data: { readonly count: number };
}

/** A stream that counts its own facts, and says each of them. */
export const counters: Aggregate<number, Counted> = {
  name: 'counter',
  initial: 0,
  evolve: (_, { data }) => data.count,
  facilityOf: () => 'NORTH',
  published: { Counted: ({ event }) => ({ contract: { type: 'counted', topic: 'counters', version: 1, schema: { parse: (it) => it } }, data: event.data }) },
};

/** The next number. */
export const countOn = (counter: number): Counted[] => [{ type: 'Counted', data: { count: counter + 1 } }];
