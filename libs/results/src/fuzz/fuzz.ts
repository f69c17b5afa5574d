import { readStudy } from '../read-study.js';
import { chanceOf } from './chance.js';
import { faultIn, weightedTargets } from './targets.js';

/** What went wrong, and how to have it again: `--seed S --from N --executions 1`. */
export interface Finding {
  readonly execution: number;
  readonly target: string;
  readonly what: string;
}

export interface FuzzRun {
  readonly seed: number;
  readonly from: number;
  readonly executions: number;
  /** Called before each execution. */
  readonly begins?: (execution: number) => void;
}

/** Longer than this on the processor is a hang; the clock alone would count a busy machine. */
const hangMs = 1000;

const cpuMs = (): number => process.cpuUsage().user / 1000;

const execute = async (seed: number, execution: number): Promise<Finding | undefined> => {
  const chance = chanceOf(seed, execution);
  const target = chance.pick(weightedTargets);
  const found = (what: string): Finding => ({ execution, target: target.name, what });
  try {
    const reads = await target.run(chance);
    readStudy('1.2.3', reads);
    const fault = faultIn(reads);
    return fault === undefined ? undefined : found(fault);
  } catch (error) {
    return found(error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : 'thrown');
  }
};

/** The same execution again, by the time of the processor: asking for that costs more than most executions, so only now. */
const isHang = async (seed: number, execution: number): Promise<boolean> => {
  const before = cpuMs();
  await execute(seed, execution);
  return cpuMs() - before > hangMs;
};

/** One execution; what happens in it depends on seed and number alone. */
export const fuzzOnce = async (seed: number, execution: number): Promise<Finding | undefined> => {
  const began = performance.now();
  const finding = await execute(seed, execution);
  if (finding !== undefined || performance.now() - began <= hangMs || !(await isHang(seed, execution))) return finding;
  return { execution, target: chanceOf(seed, execution).pick(weightedTargets).name, what: `longer than ${hangMs} ms` };
};

/** Runs executions one after the other; the same run finds the same. */
export const fuzz = async ({ seed, from, executions, begins }: FuzzRun): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (let execution = from; execution < from + executions; execution += 1) {
    begins?.(execution);
    const finding = await fuzzOnce(seed, execution);
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
};
