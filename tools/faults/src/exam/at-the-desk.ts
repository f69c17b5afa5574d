import { z } from 'zod';
import type { Exam, Scene } from './exam.js';
import { persist } from './persist.js';

const page = z.object({
  state: z.string(),
  version: z.number(),
  reviewVersion: z.number(),
  scans: z.array(z.object({ site: z.string(), side: z.string().optional() })),
  assessment: z.object({ hash: z.string() }),
});
const report = z.object({ reportId: z.string(), state: z.string(), version: z.number(), reviewVersion: z.number(), contentHash: z.string() });
const line = z.object({ status: z.string() });

/** The physician takes the study as soon as it can be read, and reviews it. */
export const read = async ({ staff: { physician } }: Scene, exam: Exam): Promise<Exam> => {
  const address = `/reading/studies-to-read/${exam.examId}`;
  await persist('review', async () => {
    const { state, version, scans, assessment } = page.parse(await physician.get(address));
    if (state === 'reviewed') return;
    const claim = z.object({ version: z.number() }).parse(await physician.post(`${address}/claim`, version));
    const quality = scans.map(({ site, side }) => ({ site, side, status: 'adequate' }));
    await physician.post(`${address}/review`, claim.version, { quality, excluded: [], assessmentHash: assessment.hash });
  });
  return exam;
};

/** The physician signs the draft of that review. */
export const sign = async ({ staff: { physician } }: Scene, exam: Exam): Promise<Exam> => {
  await persist('signature', async () => {
    const { reviewVersion } = page.parse(await physician.get(`/reading/studies-to-read/${exam.examId}`));
    const draft = report.parse(await physician.get(`/reporting/exams/${exam.examId}/report`));
    if (draft.state === 'signed') return;
    if (draft.reviewVersion !== reviewVersion) throw new Error('no draft of this review yet');
    await physician.post(`/reporting/reports/${draft.reportId}/signature`, draft.version, { reviewVersion, contentHash: draft.contentHash });
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
