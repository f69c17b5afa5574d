import type { Order } from '@osteon/hospital';
import { steps, type Cast, type Story } from './story.js';

const longestStepMs = 60_000;

export interface PlayedStep {
  readonly name: string;
  readonly ms: number;
}

export interface Played {
  readonly ok: boolean;
  readonly examId?: string;
  readonly accessionNumber?: string;
  readonly steps: readonly PlayedStep[];
  /** The step that failed, and why. */
  readonly failed?: { readonly step: string; readonly why: string };
}

const within = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${longestStepMs / 1000} s`)), longestStepMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const unknown: Omit<Story, 'order'> = { examId: '', accessionNumber: '', studyInstanceUID: '', item: {}, at: { DA: '', TM: '' }, step: { SOPInstanceUID: '' }, files: [] };

/** Plays one exam step by step and tells each; ends at the first step that fails or takes too long. */
export const play = async (cast: Cast, order: Order, tell: (line: string) => void): Promise<Played> => {
  let story: Story = { ...unknown, order };
  const played: PlayedStep[] = [];
  for (const { name, says, play: act } of steps) {
    const began = performance.now();
    try {
      story = { ...story, ...(await within(act(cast, story))) };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      tell(`  ${name}: ${why}`);
      return { ok: false, examId: story.examId, accessionNumber: story.accessionNumber, steps: played, failed: { step: name, why } };
    }
    const ms = Math.round(performance.now() - began);
    played.push({ name, ms });
    tell(`  ${name.padEnd(15)} ${String(ms).padStart(6)} ms  ${says}`);
  }
  return { ok: true, examId: story.examId, accessionNumber: story.accessionNumber, steps: played };
};
