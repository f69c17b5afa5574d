import { isBrokenWorld, type Tries } from './failure.js';
import type { HeardRecord } from './kafka-port.js';

/** Counts the tries of the record that waits at the head of each partition. */
export const patience = () => {
  const heads = new Map<string, Tries & { readonly offset: string }>();
  const headOf = ({ topic, partition }: HeardRecord): string => `${topic}/${partition}`;
  return {
    /** One more try that failed; what the world did does not count against the record. */
    failedAgain: (record: HeardRecord, error: unknown): Tries => {
      const before = heads.get(headOf(record));
      const { all, failed } = before?.offset === record.offset ? before : { all: 0, failed: 0 };
      const tries = { all: all + 1, failed: isBrokenWorld(error) ? failed : failed + 1 };
      heads.set(headOf(record), { ...tries, offset: record.offset });
      return tries;
    },
    settled: (record: HeardRecord): void => {
      heads.delete(headOf(record));
    },
  };
};
