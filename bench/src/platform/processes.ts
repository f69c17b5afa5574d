import { readdirSync, readFileSync } from 'node:fs';

/** What a process holds and has used since it began. */
export interface Usage {
  /** Its share of memory (PSS): pages that several processes share are counted once in a sum. */
  readonly mib: number;
  readonly cpuSeconds: number;
}

/** Linux counts processor time in hundredths of a second for everybody who asks. */
const ticksPerSecond = 100;

/** The fields after the name, which can hold anything: the first is the state. */
const statOf = (pid: number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

const numberAt = (stat: readonly string[], place: number): number => Number(stat[place] ?? 0);

const isGone = (error: unknown): boolean => ['ENOENT', 'ESRCH'].includes(String(Object(error).code));

const nothing: Usage = { mib: 0, cpuSeconds: 0 };

/** Nothing of a process that is gone: what it has used stands with its parent. Reads /proc, so only on Linux. */
export const usageOf = (pid: number): Usage => {
  try {
    const stat = statOf(pid);
    // utime and stime, and those of children that have ended.
    const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + numberAt(stat, place), 0);
    const [, kib = '0'] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return { mib: Number(kib) / 1024, cpuSeconds: ticks / ticksPerSecond };
  } catch (error) {
    if (isGone(error)) return nothing;
    throw error;
  }
};

const parentOf = (pid: number): number => {
  try {
    return numberAt(statOf(pid), 1);
  } catch (error) {
    if (isGone(error)) return 0;
    throw error;
  }
};

/** The processes that this one has started. */
export const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((each) => each > 0 && parentOf(each) === pid);

/** All of several together. */
export const together = (usages: readonly Usage[]): Usage =>
  usages.reduce((sum, { mib, cpuSeconds }) => ({ mib: sum.mib + mib, cpuSeconds: sum.cpuSeconds + cpuSeconds }), nothing);
