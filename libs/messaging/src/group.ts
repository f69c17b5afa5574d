import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog } from './event-log.js';
import type { Consuming, KafkaPort, Subscription } from './kafka-port.js';

export interface Group extends Consuming {
  /** False until the broker has let it in. */
  isJoined(): boolean;
}

const againAfterMs = 1000;

/** Joins a consumer group, and keeps trying while Kafka is away: a service also serves its peers without Kafka. */
export const joinGroup = (kafka: Pick<KafkaPort, 'consume'>, log: EventLog, subscription: Subscription): Group => {
  const { group } = subscription;
  const stopped = new AbortController();
  let consuming: Consuming | undefined;

  const join = async (): Promise<void> => {
    while (!stopped.signal.aborted && !consuming) {
      try {
        consuming = await kafka.consume(subscription);
        log.info({ group }, 'group-joined');
      } catch {
        log.warn({ group }, 'group-not-joined');
        await pause(againAfterMs, undefined, { signal: stopped.signal }).catch(() => undefined);
      }
    }
  };
  const joining = join();

  return {
    isJoined: () => consuming !== undefined,
    stop: async () => {
      stopped.abort();
      await joining;
      await consuming?.stop();
    },
  };
};
