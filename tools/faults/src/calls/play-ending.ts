import { checkExam } from '../checks/exam-checks.js';
import { sentOf } from '../checks/kept-objects.js';
import type { Ledger } from '../checks/platform-checks.js';
import { newExam, type Exam } from '../exam/exam.js';
import type { Hospital } from '../exam/hospital.js';
import { orderOf } from '../exam/invented.js';
import { take } from '../exam/steps.js';
import { steps } from '../plan/cells.table.js';
import type { answeredSteps } from './answered-steps.table.js';
import type { Endings } from './endings.js';

type Answered = (typeof answeredSteps)[number];

/** One exam whose service is ended before a call. */
export interface Ending extends Answered {
  /** Counted from 1; 0 ends nothing: it only counts. */
  readonly before: number;
}

/** What became of it. */
export interface Ended extends Ending {
  /** Whether the service was there any longer after the call. */
  readonly isKilled: boolean;
  readonly problems: readonly string[];
}

/** Who plays, with which numbers. */
export interface Playing {
  readonly hospital: Hospital;
  readonly endings: Endings;
  readonly ledger: Ledger;
  readonly run: number;
  /** Of the exam: no other one of this run has it. */
  readonly n: number;
}

/**
 * Plays an exam to its end; at the step the service dies before the call. Whoever was answered goes on, whoever was not asks again,
 * as peers do. So what was answered has to be there, and what was not must not be half there: the exam is counted where it arrives.
 */
export const playEnding = async ({ hospital, endings, ledger, run, n }: Playing, ending: Ending): Promise<{ ended: Ended; calls: readonly string[] }> => {
  const { platform } = hospital;
  const scene = { hospital, staff: await hospital.staff() };
  let exam: Exam = newExam(orderOf(run, n, 1));
  let calls: readonly string[] = [];
  let isKilled = false;
  for (const step of steps) {
    if (step !== ending.step) {
      exam = await take[step](scene, exam);
      continue;
    }
    const pid = platform.services[ending.service].pid();
    await endings.arm(platform, ending.service, ending.before);
    exam = await take[step](scene, exam);
    const counted = await endings.counted(platform, ending.service, pid);
    isKilled = counted === undefined;
    calls = counted ?? [];
  }
  ledger.sent.push(...exam.files.map(sentOf));
  ledger.studies.push(exam.order.studyInstanceUID ?? '');
  const { problems } = await checkExam(scene, exam);
  return { ended: { ...ending, isKilled, problems }, calls };
};
