import { Injectable } from '@nestjs/common';
import { Clock } from '@osteon/platform/clock';
import { Log } from '@osteon/platform/log';
import { Loops, type Loop } from '@osteon/platform/loops';
import { afterFailure, afterSuccess, noRests, restingAt } from './rests.js';

/** What one sender or timer works through. */
export interface Queue<T> {
  readonly name: string;
  readonly everyMs: number;
  /** What is due now, some of it at a time. What rests need not be in it, and is left out anyway. */
  due(resting: readonly string[]): Promise<readonly T[]>;
  /** What an item is known by while it rests, and in the log: ids only. */
  keyOf(item: T): string;
  work(item: T, lost: AbortSignal): Promise<void>;
  /** All items of a round at once, where none may wait for another. */
  readonly sideBySide?: true;
}

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
    const attempt = async (item: T, lost: AbortSignal): Promise<void> => {
      const key = queue.keyOf(item);
      try {
        await queue.work(item, lost);
        rests = afterSuccess(rests, key);
      } catch (error) {
        rests = afterFailure(rests, key, this.clock.iso());
        this.log.problem(`${queue.name}-failed`, error, { key });
      }
    };
    return this.loops.start(queue.name, { everyMs: queue.everyMs }, async (lost) => {
      const resting = restingAt(rests, this.clock.iso());
      const due = (await queue.due(resting)).filter((item) => !resting.includes(queue.keyOf(item)));
      if (queue.sideBySide) await Promise.all(due.map((item) => attempt(item, lost)));
      else for (const item of due) if (!lost.aborted) await attempt(item, lost);
    });
  }
}
