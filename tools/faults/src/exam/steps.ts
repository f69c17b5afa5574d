import type { StepName } from '../plan/cells.table.js';
import { deliver, read, sign } from './at-the-desk.js';
import { arrive, begin, commit, complete, order, store, worklist } from './at-the-hospital.js';
import type { Exam, Scene } from './exam.js';

/** How an exam takes each step, whatever happens meanwhile: it gives what is known then. */
export const take: Readonly<Record<StepName, (scene: Scene, exam: Exam) => Promise<Exam>>> = { order, arrive, worklist, begin, store, complete, commit, read, sign, deliver };
