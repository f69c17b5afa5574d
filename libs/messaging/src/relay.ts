import { randomUUID } from 'node:crypto';
import type { Transactions } from '@osteon/event-store';
import { kindOf, type EventLog } from './event-log.js';
import type { KafkaPort } from './kafka-port.js';
import { giveLeaseBack, takeLease } from './lease.js';
import { moveCursors, readDue } from './outbox-reader.js';

export interface RelayOptions {
  readonly transactions: Transactions;
  readonly kafka: Pick<KafkaPort, 'publish'>;
  readonly log: EventLog;
  readonly everyMs?: number;
  readonly batch?: number;
  /** How long another copy waits for one that was killed. */
  readonly leaseMs?: number;
}

export interface Relay {
  /** Looks at once: to be called after a commit. */
  wake(): void;
  /** Resolves when nothing is under way; gives the lease back. */
  stop(): Promise<void>;
}

const longestPauseMs = 5000;
/** While nothing is due, looks grow rarer to this many times the pause: only what another copy commits waits for a look. */
const idlePauses = 4;

/** Sleeps until the time is over or somebody wakes it; a call that comes too early shortens the next sleep to nothing. */
const alarm = () => {
  let ring: (() => void) | undefined;
  let rung = false;
  return {
    ring: (): void => {
      rung = true;
      ring?.();
    },
    sleep: async (ms: number): Promise<void> => {
      if (!rung) {
        await new Promise<void>((wakeUp) => {
          const timer = setTimeout(wakeUp, ms);
          ring = () => {
            clearTimeout(timer);
            wakeUp();
          };
        });
      }
      [ring, rung] = [undefined, false];
    },
  };
};

/**
 * Sends the outbox to Kafka: at least once, in the order of each shard. Killed between the broker's answer and the move of the
 * cursor it sends that batch again; whoever begins, begins where everything before has arrived. One copy works, others wait for
 * the lease. A copy that slept through its lease with a batch in hand can send it late: a copy of what was sent, never
 * something ahead of it.
 */
export const startRelay = ({ transactions, kafka, log, everyMs = 75, batch = 500, leaseMs = 5000 }: RelayOptions): Relay => {
  const lease = { name: 'relay', holder: randomUUID(), forMs: leaseMs };
  const { ring, sleep } = alarm();
  let stopping = false;
  let ours = false;
  let askedAt = 0;

  /** Each batch renews the lease; where nothing is due it is asked for three times in its life. */
  const isOurs = async (): Promise<boolean> => {
    if (Date.now() - askedAt < leaseMs / 3) return ours;
    ours = await transactions.run((tx) => takeLease(tx, lease));
    askedAt = Date.now();
    return ours;
  };

  /** How many records went out. */
  const once = async (): Promise<number> => {
    if (!(await isOurs())) return 0;
    const due = await transactions.run((tx) => readDue(tx, batch));
    if (due.records.length === 0) return 0;
    await kafka.publish(due.records);
    ours = await transactions.run((tx) => moveCursors(tx, lease, due.upTo));
    askedAt = Date.now();
    return ours ? due.records.length : 0;
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    let pauses = 1;
    while (!stopping) {
      try {
        const sent = await once();
        failures = 0;
        pauses = sent > 0 ? 1 : Math.min(pauses * 2, idlePauses);
        if (sent < batch) await sleep(everyMs * pauses);
      } catch (error) {
        failures += 1;
        askedAt = 0;
        log.warn({ failures, cause: kindOf(error) }, 'relay-failed');
        await sleep(Math.min(longestPauseMs, everyMs * 2 ** failures));
      }
    }
    await transactions.run((tx) => giveLeaseBack(tx, lease)).catch(() => undefined);
  };

  const running = run();
  return {
    wake: ring,
    stop: async () => {
      stopping = true;
      ring();
      await running;
    },
  };
};
