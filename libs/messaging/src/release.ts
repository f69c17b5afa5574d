import type { EventStore } from '@osteon/event-store';
import { detailOf, isBrokenWorld, judge } from './failure.js';
import { heardFrom } from './heard-from.js';
import type { Listener } from './listener.js';
import { freeKey, nextParked, noteFailure, skipParked, takeOut, type ParkedMessage, type ParkedPlace } from './parking.js';

/** What a release has done. `stoppedAt`: the message that failed again; it and what follows still wait. */
export interface Released {
  readonly ran: number;
  readonly stoppedAt?: string;
}

/** What a person can do about parked messages. */
export const parkedRelease = (store: Pick<EventStore, 'transact'>, { play, contextFrom, contextOf }: Listener) => {
  const own = contextOf({ correlationId: 'parking' });

  const next = (place: ParkedPlace): Promise<ParkedMessage | undefined> =>
    store.transact(own, async ({ tx }) => {
      const message = await nextParked(tx, place);
      if (!message) await freeKey(tx, place);
      return message;
    });

  const run = (message: ParkedMessage): Promise<void> => {
    const from = heardFrom(message);
    return store.transact(contextFrom(from), async (unit) => {
      if (await takeOut(unit.tx, message.id)) await play(unit, message, from);
    });
  };

  /** Runs what waits under a key, in its order, each in a transaction of its own; then the key goes on. Stops where one fails again. */
  const release = async (place: ParkedPlace): Promise<Released> => {
    for (let ran = 0; ; ran += 1) {
      const message = await next(place);
      if (!message) return { ran };
      try {
        await run(message);
      } catch (error) {
        if (isBrokenWorld(error)) throw error;
        const verdict = judge(error, { failed: Infinity });
        const reason = verdict.next === 'park' ? verdict.reason : 'failed';
        await store.transact(own, ({ tx }) => noteFailure(tx, message.id, { reason, detail: detailOf(error) }));
        return { ran, stoppedAt: message.id };
      }
    }
  };

  /** Leaves a message out for good, for a reason that stays on record, and runs what waits behind it. */
  const skip = async (id: string, because: string): Promise<Released> => {
    const place = await store.transact(own, ({ tx }) => skipParked(tx, id, because));
    return place ? release(place) : { ran: 0 };
  };

  return { release, skip };
};
