import { page, shownReport, signDraft, stateReview } from '@osteon/local/demo';
import { z } from 'zod';
import type { Exam, Scene } from './exam.js';
import { persist } from './persist.js';

const reviewed = z.object({ reviewVersion: z.number() });
const line = z.object({ status: z.string() });

/** The physician takes the study as soon as it can be read, and reviews it. */
export const read = async ({ staff: { physician } }: Scene, exam: Exam): Promise<Exam> => {
  await persist('review', async () => {
    const shown = page.parse(await physician.get(`/reading/studies-to-read/${exam.examId}`));
    if (!shown.assessment) throw new Error('nothing is suggested yet');
    if (shown.state !== 'reviewed') await stateReview(physician, exam.examId, shown);
  });
  return exam;
};

/** The physician signs the draft of that review. */
export const sign = async ({ staff: { physician } }: Scene, exam: Exam): Promise<Exam> => {
  await persist('signature', async () => {
    const { reviewVersion } = reviewed.parse(await physician.get(`/reading/studies-to-read/${exam.examId}`));
    const draft = shownReport.parse(await physician.get(`/reporting/exams/${exam.examId}/report`));
    if (draft.state === 'signed') return;
    if (draft.reviewVersion !== reviewVersion) throw new Error('no draft of this review yet');
    await signDraft(physician, draft);
  });
  return exam;
};

/** The front desk sees that the report has reached everybody. */
export const deliver = async ({ staff: { frontDesk } }: Scene, exam: Exam): Promise<Exam> => {
  await persist('delivery', async () => {
    const { status } = line.parse(await frontDesk.get(`/scheduling/exams/${exam.examId}`));
    if (status !== 'delivered') throw new Error(`the exam is ${status}`);
  });
  return exam;
};
