import { setTimeout as pause } from 'node:timers/promises';
import { checkExam, checkOrder } from '../checks/exam-checks.js';
import { sentOf } from '../checks/kept-objects.js';
import type { Ledger } from '../checks/platform-checks.js';
import { newExam, type Exam, type Scene } from '../exam/exam.js';
import { orderOf } from '../exam/invented.js';
import { take } from '../exam/steps.js';
import { steps, type StepName } from '../plan/cells.table.js';
import type { Strike } from '../plan/schedule.js';
import { blows } from './blows.js';
import type { Field } from './strike.js';

/** What became of a strike. */
export interface Struck extends Strike {
  /** ISO 8601: when the blow fell. */
  readonly at: string;
  /** From the blow until the exams were with everybody, seconds. */
  readonly seconds: number;
  readonly exams: number;
  readonly objects: number;
  /** Messages at the record system beyond one for each report: resends under the same number. */
  readonly resends: number;
  /** What is not as it has to be; nothing where nothing was lost. */
  readonly problems: readonly string[];
}

/** Signed one right after the other, so that their order has something to lose. */
const isPair = (step: StepName): boolean => step === 'sign' || step === 'deliver';
/** Others who come meanwhile: a rolling restart is one under load. */
const companionsOf = ({ kind }: Strike): number => (kind === 'rolling' ? 3 : 0);

/** How many exams a strike is played with. */
const examsOf = (strike: Strike): number => (isPair(strike.step) ? 2 : 1) + companionsOf(strike);

/** What is struck, and what is written down of it. */
export interface Round {
  readonly field: Field;
  readonly strike: Strike;
  /** Part of every number: of the patients, orders and UIDs. */
  readonly run: number;
  readonly ledger: Ledger;
}

const takeThrough = async (scene: Scene, order: Exam['order']): Promise<Exam> => {
  let exam = newExam(order);
  for (const step of steps) exam = await take[step](scene, exam);
  return exam;
};

const others = ({ strike, run }: Round, scene: Scene): Promise<Exam[]> =>
  Promise.all(Array.from({ length: companionsOf(strike) }, (_, k) => takeThrough(scene, orderOf(run, strike.n + 1_000 * (k + 1), 1))));

/** Takes the step while the blow falls: somewhere in it, or right after its answer. */
const struckStep = async ({ field, strike }: Round, acted: () => Promise<Exam>): Promise<{ exam: Exam; at: number }> => {
  const blow = blows[strike.kind];
  if (strike.kind === 'relay') {
    const exam = await acted();
    const at = Date.now();
    await blow(field, strike.target);
    return { exam, at };
  }
  let at = 0;
  const falls = pause(strike.afterMs).then(() => {
    at = Date.now();
    return blow(field, strike.target);
  });
  const [exam] = await Promise.all([acted(), falls]);
  return { exam, at };
};

const playExams = async (round: Round, scene: Scene): Promise<{ exams: Exam[]; at: number }> => {
  const { strike, run } = round;
  const pair = isPair(strike.step) ? ([1, 2] as const) : ([1] as const);
  let exams = pair.map((which) => newExam(orderOf(run, strike.n, which)));
  let at = 0;
  for (const step of steps) {
    const taken: Exam[] = [];
    for (const [index, exam] of exams.entries()) {
      const act = (): Promise<Exam> => take[step](scene, exam);
      if (step !== strike.step || index > 0) taken.push(await act());
      else {
        const struck = await struckStep(round, act);
        at = struck.at;
        taken.push(struck.exam);
      }
    }
    exams = taken;
  }
  return { exams, at };
};

/** Plays what is under way when the blow falls, waits until all of it is with everybody, and counts where it arrived. */
export const playStrike = async (round: Round): Promise<Struck> => {
  const { strike, ledger } = round;
  const { hospital } = round.field;
  const began = Date.now();
  const done = { ...strike, at: new Date(began).toISOString(), exams: examsOf(strike), objects: 0, resends: 0 };
  try {
    const scene = { hospital, staff: await hospital.staff() };
    const [{ exams, at }, beside] = await Promise.all([playExams(round, scene), others(round, scene)]);
    const all = [...exams, ...beside];
    ledger.sent.push(...all.flatMap(({ files }) => files.map(sentOf)));
    ledger.studies.push(...all.map(({ order }) => order.studyInstanceUID ?? ''));
    const seen = await Promise.all(all.map((exam) => checkExam(scene, exam)));
    return {
      ...done,
      at: new Date(at).toISOString(),
      seconds: (Date.now() - at) / 1000,
      objects: all.reduce((sum, { files }) => sum + files.length, 0),
      resends: seen.reduce((sum, { resends }) => sum + resends, 0),
      problems: [...seen.flatMap(({ problems }) => problems), ...(await checkOrder(hospital, exams))],
    };
  } catch (error) {
    return { ...done, seconds: (Date.now() - began) / 1000, problems: [error instanceof Error ? error.message : String(error)] };
  } finally {
    hospital.proxies.emr.heal();
    hospital.proxies.pacs.heal();
  }
};
