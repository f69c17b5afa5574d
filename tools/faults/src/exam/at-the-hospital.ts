import { Status, StepMayNoLongerBeUpdated, textOf } from '@osteon/dicom';
import { NotTaken } from '@osteon/densitometer';
import { z } from 'zod';
import type { Exam, Scene } from './exam.js';
import { persist } from './persist.js';

const lines = z.object({ exams: z.array(z.object({ examId: z.string() })) });
const line = z.object({ version: z.number(), status: z.string() });

const taken = (code: string | undefined, what: string): void => {
  if (code !== 'AA') throw new Error(`${what} was answered ${code ?? 'nothing'}`);
};

/** HIS and RIS send the patient and the order until each is answered AA. */
export const order = async ({ hospital: { his, ris }, staff }: Scene, exam: Exam): Promise<Exam> => {
  const { patient, charset, accessionNumber } = exam.order;
  await persist('ADT', async () => taken((await his.send({ event: 'A28', charset, patient })).code, 'ADT^A28'));
  await persist('order', async () => taken((await ris.send(exam.order)).code, 'the order'));
  const examId = await persist('exam on the schedule', async () => {
    const { exams } = lines.parse(await staff.frontDesk.get(`/scheduling/exams?accessionNumber=${accessionNumber}`));
    const [found] = exams;
    if (!found) throw new Error('not on the schedule');
    return found.examId;
  });
  return { ...exam, examId };
};

/** The front desk presses the button until the exam is no longer merely scheduled. */
export const arrive = async ({ staff: { frontDesk } }: Scene, exam: Exam): Promise<Exam> => {
  await persist('arrival', async () => {
    const { version, status } = line.parse(await frontDesk.get(`/scheduling/exams/${exam.examId}`));
    if (status === 'scheduled') await frontDesk.post(`/scheduling/exams/${exam.examId}/arrival`, version);
  });
  return exam;
};

/** The densitometer asks until the patient is on its worklist. */
export const worklist = async ({ hospital: { densitometer, dicom, now } }: Scene, exam: Exam): Promise<Exam> => {
  const item = await persist('worklist', async () => {
    const items = await densitometer.worklist(dicom, { date: now().DA });
    const found = items.find((each) => textOf(each, 'AccessionNumber') === exam.order.accessionNumber);
    if (!found) throw new Error('not on the worklist');
    return found;
  });
  return { ...exam, item };
};

/** MPPS N-CREATE; said again after no answer it is refused as a duplicate, and then it has been taken. */
export const begin = async ({ hospital: { densitometer, dicom, now } }: Scene, exam: Exam): Promise<Exam> => {
  const at = now();
  const files = densitometer.scan({ worklistItem: exam.item, at });
  const step = await persist('MPPS begun', async (again) => {
    try {
      return await densitometer.begin(dicom, { worklistItem: exam.item, at });
    } catch (error) {
      const isTaken = again && error instanceof NotTaken && error.status === Status.DuplicateSOPInstance;
      if (!isTaken) throw error;
      return { SOPInstanceUID: error.SOPInstanceUID ?? '' };
    }
  });
  return { ...exam, at, files, step };
};

/** C-STORE of all objects, until each is answered 0000. */
export const store = async ({ hospital: { densitometer, dicom } }: Scene, exam: Exam): Promise<Exam> => {
  await persist('C-STORE', async () => {
    const outcomes = await densitometer.send(dicom, exam.files);
    const kept = outcomes.filter(({ outcome }) => outcome === 'delivered').length;
    if (kept !== exam.files.length) throw new Error(`${kept} of ${exam.files.length} objects were answered 0000`);
  });
  return exam;
};

/** MPPS N-SET COMPLETED; said again after no answer it is refused, as the step has ended. */
export const complete = async ({ hospital: { densitometer, dicom, now } }: Scene, exam: Exam): Promise<Exam> => {
  const at = now();
  await persist('MPPS completed', async (again) => {
    try {
      await densitometer.complete(dicom, exam.step, { files: exam.files, at });
    } catch (error) {
      if (!(again && error instanceof NotTaken && error.errorID === StepMayNoLongerBeUpdated)) throw error;
    }
  });
  return exam;
};

/** Storage commitment, asked anew until all objects are committed. */
export const commit = async ({ hospital: { densitometer, dicom, peers } }: Scene, exam: Exam): Promise<Exam> => {
  await persist('commitment', async () => {
    const { committed } = await densitometer.commit(dicom, exam.files, { results: peers.results, stayMs: 1_000, withinMs: 20_000 });
    if (committed.length !== exam.files.length) throw new Error(`${committed.length} of ${exam.files.length} are committed`);
  });
  return exam;
};
