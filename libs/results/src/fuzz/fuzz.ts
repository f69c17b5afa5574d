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

/** One execution; what happens in it depends on seed and number alone. */
export const fuzzOnce = async (seed: number, execution: number): Promise<Finding | undefined> => {
  const chance = chanceOf(seed, execution);
  const target = chance.pick(weightedTargets);
  const [clock, cpu] = [performance.now(), cpuMs()];
  const found = (what: string): Finding => ({ execution, target: target.name, what });
  try {
    const reads = await target.run(chance);
    readStudy('1.2.3', reads);
    const fault = faultIn(reads);
    if (fault !== undefined) return found(fault);
  } catch (error) {
    return found(error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : 'thrown');
  }
  const isSlow = performance.now() - clock > hangMs && cpuMs() - cpu > hangMs;
  return isSlow ? found(`${Math.round(cpuMs() - cpu)} ms`) : undefined;
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
