import { assess } from '../src/assess.js';
import type { AssessInput } from '../src/assess-input.js';
import { followUpsOf } from './follow-ups.js';
import { randomOf } from './random.js';

/** Milliseconds of one core for each assessment, in the middle and at the edges of a run. */
export interface AssessFigures {
  readonly count: number;
  readonly meanCpuMs: number;
  readonly firstCpuMs: number;
  readonly lastCpuMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly heapGrowthMb: number;
}

const EXAMS = 10_000;
/** Assessments before anything is measured, so that the compiler of the machine has done its work. */
const WARM_UP = 2_000;

const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

/** CPU of the process by assessment; other programs on the machine do not count. */
const cpuOf = (inputs: readonly AssessInput[], from: number, to: number, times: number[]): number => {
  const began = process.cpuUsage();
  for (let i = from; i < to; i += 1) {
    const input = inputs[i % inputs.length];
    if (input === undefined) continue;
    const start = performance.now();
    assess(input);
    times.push(performance.now() - start);
  }
  return cpuMs(began) / (to - from);
};

const heapMb = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
};

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Assesses follow-ups with one prior, spine and hip each, again and again; the first and the last of them are told apart. */
export const assessFigures = (seed: number, count: number): AssessFigures => {
  const edge = Math.min(EXAMS, count);
  const inputs = followUpsOf(edge, 0, randomOf(seed)).map(({ input }) => input);
  cpuOf(inputs, 0, Math.min(WARM_UP, count), []);
  const before = heapMb();
  const times: number[] = [];
  const first = cpuOf(inputs, 0, edge, times);
  const middle = count > 2 * edge ? cpuOf(inputs, edge, count - edge, []) : first;
  const last = count > edge ? cpuOf(inputs, count - edge, count, []) : first;
  const sorted = times.sort((a, b) => a - b);
  return {
    count,
    meanCpuMs: rounded((first + middle + last) / 3),
    firstCpuMs: rounded(first),
    lastCpuMs: rounded(last),
    medianMs: rounded(at(sorted, 0.5)),
    p99Ms: rounded(at(sorted, 0.99)),
    heapGrowthMb: rounded(heapMb() - before),
  };
};
