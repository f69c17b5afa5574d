import { giveLeaseBack, takeLease } from '@osteon/messaging';
import type { Transaction } from '@osteon/event-store';
import { randomUUID } from 'node:crypto';
import type { Log } from '../log/index.js';
import { alarm, type Alarm } from './alarm.js';

/** One round of a timer or sender. The signal aborts when the lease is lost or the service stops: begin nothing new then. */
export type Work = (signal: AbortSignal) => Promise<void>;

export interface Loop {
  /** The next round begins at once: to be called when there is something to do. */
  wake(): void;
  /** Resolves when no round is under way; the lease is free then. */
  stop(): Promise<void>;
}

export interface LoopsOptions {
  /** Statements of their own, outside of any transaction: two copies asking for a lease at once are no conflict. */
  readonly sql: Transaction;
  readonly log: Log;
  /** How long another copy waits for one that was killed; ten seconds where nothing is said. */
  readonly leaseMs?: number;
}

interface Running {
  readonly name: string;
  readonly everyMs: number;
  readonly work: Work;
  readonly alarm: Alarm;
  readonly stopping: AbortSignal;
}

const LONGEST_PAUSE_MS = 60_000;
/** Whoever waits for a lease asks no more often than this: another copy that stops has given it back. */
const LONGEST_WAIT_MS = 500;

/**
 * Timers and senders of one service: each named loop runs in one copy at a time, round after round, never two at once.
 * The lease is a row by the database's clock, renewed while a round lasts. A process frozen for longer than its lease can
 * still finish its round beside the next one's: outside calls go by recorded attempts, so that this shows and does no harm.
 */
export class Loops {
  private readonly sql: Transaction;
  private readonly log: Log;
  private readonly leaseMs: number;
  private readonly holder = randomUUID();
  private readonly loops = new Set<Loop>();
  /** By loop: what was answered last, and when it was asked, by this process's own clock. */
  private readonly asked = new Map<string, { readonly isOurs: boolean; readonly at: number }>();

  private readonly ended = new Map<string, number>();

  constructor({ sql, log, leaseMs = 10_000 }: LoopsOptions) {
    this.sql = sql;
    this.log = log;
    this.leaseMs = leaseMs;
  }

  /** Begins with a round at once. What a round throws is logged, and the pause doubles until one ends well. */
  start(name: string, { everyMs }: { readonly everyMs: number }, work: Work): Loop {
    const stopping = new AbortController();
    const clock = alarm();
    const ended = this.run({ name, everyMs, work, alarm: clock, stopping: stopping.signal });
    const loop: Loop = {
      wake: clock.ring,
      stop: async () => {
        stopping.abort();
        clock.ring();
        await ended;
        this.loops.delete(loop);
      },
    };
    this.loops.add(loop);
    return loop;
  }

  /** How many rounds of this loop have ended in this copy, well or badly. */
  rounds(name: string): number {
    return this.ended.get(name) ?? 0;
  }

  /** Stops all of them; resolves when no round is under way. */
  async stop(): Promise<void> {
    await Promise.all([...this.loops].map((loop) => loop.stop()));
  }

  private async run(loop: Running): Promise<void> {
    let failures = 0;
    while (!loop.stopping.aborted) {
      try {
        if (await this.holds(loop.name)) await this.round(loop);
        failures = 0;
      } catch (failed) {
        failures += 1;
        this.log.problem('loop-failed', failed, { loop: loop.name, failures });
      }
      await loop.alarm.sleep(Math.min(loop.everyMs * 2 ** failures, Math.max(LONGEST_PAUSE_MS, loop.everyMs)));
    }
    this.asked.delete(loop.name);
    await giveLeaseBack(this.sql, this.lease(loop.name)).catch(() => undefined);
  }

  private async round({ name, work, stopping }: Running): Promise<void> {
    const lost = new AbortController();
    const renewal = setInterval(() => {
      this.take(name)
        .then((ours) => ours || lost.abort())
        .catch(() => lost.abort());
    }, this.leaseMs / 3);
    try {
      await work(AbortSignal.any([lost.signal, stopping]));
    } finally {
      clearInterval(renewal);
      this.ended.set(name, this.rounds(name) + 1);
    }
  }

  /** A lease is ours for its time: at rest it is renewed three times in its life, and not written in every round. */
  private async holds(name: string): Promise<boolean> {
    const last = this.asked.get(name);
    const known = last?.isOurs ? this.leaseMs / 3 : Math.min(LONGEST_WAIT_MS, this.leaseMs / 3);
    return last && performance.now() - last.at < known ? last.isOurs : this.take(name);
  }

  private async take(name: string): Promise<boolean> {
    const at = performance.now();
    const isOurs = await takeLease(this.sql, this.lease(name));
    this.asked.set(name, { isOurs, at });
    return isOurs;
  }

  private lease(name: string) {
    return { name: `loop-${name}`, holder: this.holder, forMs: this.leaseMs };
  }
}
