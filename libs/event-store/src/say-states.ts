import type { Told } from './shadow.js';
import type { Unit } from './unit.js';

/** Who can say the latest state of everything on one compacted topic again. */
export interface StateSource {
  readonly topic: string;
  /** Keys after the given one (`''`: from the first), in ascending order, at most `limit`. */
  keys(unit: Unit, after: string, limit: number): Promise<readonly string[]>;
  /**
   * Publishes the state of a key as it is now, with its version. It locks what the state is made of (`for share`): a newer
   * version is then published after it or makes this run again, so that the newest is the last one on the topic.
   */
  say(unit: Unit, key: string): Promise<void>;
}

/** How many states were said, by topic. */
export type StatesSaid = Readonly<Record<string, number>>;

const page = 100;

/** Says every state of the sources once, page by page, each in a transaction of its own that `run` opens; `dryRun` only counts. */
export const sayStates = async (
  run: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>,
  sources: readonly StateSource[],
  { dryRun, told }: { readonly dryRun: boolean; readonly told?: Told },
): Promise<StatesSaid> => {
  const said: Record<string, number> = {};
  let all = 0;
  for (const { topic, keys, say } of sources) {
    said[topic] = 0;
    for (let after: string | undefined = ''; after !== undefined; ) {
      const from: string = after;
      const done: readonly string[] = await run(async (unit) => {
        const next = await keys(unit, from, page);
        if (!dryRun) for (const key of next) await say(unit, key);
        return next;
      });
      said[topic] += done.length;
      all += done.length;
      told?.(all);
      after = done.length < page ? undefined : done.at(-1);
    }
  }
  return said;
};
