import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultsOf, type Fault } from '../faults/fault.js';
import { chanceOf, seedFrom } from '../lives/chance.js';
import { exams, type Exam } from './exam.js';
import { makeExam, type MadeExam } from './make-exam.js';

/** Three of ten studies have a fault. */
const FAULTY = 0.3;

export interface Numbered extends MadeExam {
  /** From 1 on. */
  readonly number: number;
  readonly exam: Exam;
}

/** Faults come in turn within a dialect, so that each is there as often as another. */
const faultOf = (exam: Exam, seed: number, turns: Map<string, number>): Fault | undefined => {
  const { dialect } = exam.console;
  if (!chanceOf(seedFrom(exam.seed, `fault ${seed}`)).happens(FAULTY)) return undefined;
  const list = faultsOf(dialect);
  const turn = turns.get(dialect) ?? 0;
  turns.set(dialect, turn + 1);
  return list[turn % list.length];
};

/** So many studies of patients with a life; the same seed gives the same bytes. */
export async function* makeStudies({
  studies,
  seed,
}: {
  readonly studies: number;
  readonly seed: number;
}): AsyncGenerator<Numbered> {
  const turns = new Map<string, number>();
  let number = 0;
  for (const exam of exams(seed)) {
    if (number >= studies) return;
    number += 1;
    yield { number, exam, ...(await makeExam(exam, faultOf(exam, seed, turns))) };
  }
}

/** The folder of a study: what the device leaves, what comes late, and the truth of both. */
export const folderOf = (number: number): string => `study-${String(number).padStart(4, '0')}`;

/** Writes a study: `device/` and `late/` with its files, `truth.json` beside them. */
export const writeStudy = async (
  root: string,
  { number, exam, files, truth, fault, withheld, isRefused }: Numbered,
): Promise<void> => {
  const folder = join(root, folderOf(number));
  await mkdir(join(folder, 'device'), { recursive: true });
  if (files.some(({ isLate }) => isLate)) await mkdir(join(folder, 'late'), { recursive: true });
  for (const { name, bytes, isLate } of files) await writeFile(join(folder, isLate ? 'late' : 'device', name), bytes);
  const said = { dialect: exam.console.dialect, fault, isRefused, withheld, studies: [truth] };
  await writeFile(join(folder, 'truth.json'), `${JSON.stringify(said, undefined, 1)}\n`);
};
