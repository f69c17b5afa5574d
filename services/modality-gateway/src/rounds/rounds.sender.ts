import { Injectable } from '@nestjs/common';
import { Clock } from '@osteon/platform/clock';
import { Log } from '@osteon/platform/log';
import { Loops, type Loop } from '@osteon/platform/loops';
import { afterFailure, afterSuccess, noRests, restingAt } from './rests.js';

/** What one sender or timer works through. */
export interface Queue<T> {
  readonly name: string;
  readonly everyMs: number;
  /** What is due now, some of it at a time. Items and lanes that rest need not be in it, and are left out anyway. */
  due(resting: readonly string[]): Promise<readonly T[]>;
  /** What an item is known by while it rests, and in the log: ids only. */
  keyOf(item: T): string;
  /** Items of one lane go one after the other, lanes side by side. One lane where it is absent. */
  laneOf?(item: T): string;
  work(item: T): Promise<void>;
}

/** Whom a lane leads to is away: it is not the item's fault, and what waits in the lane waits together. */
export class LaneBlocked extends Error {}

const lanesOf = <T>(items: readonly T[], laneOf: (item: T) => string): Map<string, T[]> => {
  const lanes = new Map<string, T[]>();
  for (const item of items) lanes.set(laneOf(item), [...(lanes.get(laneOf(item)) ?? []), item]);
  return lanes;
};

/** Works through queues, round after round. An item that fails is logged and rests, longer each time; it never holds back the others. */
@Injectable()
export class Rounds {
  constructor(
    private readonly loops: Loops,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  start<T>(queue: Queue<T>): Loop {
    let rests = noRests;
    const laneOf = (item: T): string => queue.laneOf?.(item) ?? queue.name;
    const attempt = async (item: T): Promise<'done' | 'failed' | 'blocked'> => {
      try {
        await queue.work(item);
        rests = [queue.keyOf(item), laneOf(item)].reduce(afterSuccess, rests);
        return 'done';
      } catch (error) {
        const isBlocked = error instanceof LaneBlocked;
        const key = isBlocked ? laneOf(item) : queue.keyOf(item);
        rests = afterFailure(rests, key, this.clock.iso());
        this.log.problem(`${queue.name}-${isBlocked ? 'blocked' : 'failed'}`, error, { key });
        return isBlocked ? 'blocked' : 'failed';
      }
    };
    const walk = async (items: readonly T[], lost: AbortSignal): Promise<void> => {
      for (const item of items) if (lost.aborted || (await attempt(item)) === 'blocked') return;
    };
    return this.loops.start(queue.name, { everyMs: queue.everyMs }, async (lost) => {
      const resting = restingAt(rests, this.clock.iso());
      const due = (await queue.due(resting)).filter((item) => !resting.includes(queue.keyOf(item)) && !resting.includes(laneOf(item)));
      await Promise.all([...lanesOf(due, laneOf).values()].map((items) => walk(items, lost)));
    });
  }
}
