import { z } from 'zod';
import { ApiRefusal, type Api } from './api.js';
import { until } from './until.js';

/** The exam as the page of the reading physician shows it. */
export const page = z.object({
  state: z.string(),
  version: z.number(),
  scans: z.array(z.object({ site: z.string(), side: z.string().optional() })),
  assessment: z.object({ hash: z.string(), diagnosis: z.object({ category: z.string() }) }).optional(),
});
const versioned = z.object({ version: z.number() });
const reviewed = z.object({ reviewVersion: z.number() });
/** The report of an exam as the physician's page shows it. */
export const shownReport = z.object({ reportId: z.string(), reviewVersion: z.number(), contentHash: z.string(), version: z.number(), state: z.string() });

/** A draft as the physician sees it before signing. */
export type Draft = z.infer<typeof shownReport>;

/** Nothing where the answer is 404: it is asked again. */
export const maybe = async <T>(schema: z.ZodType<T>, asked: Promise<unknown>): Promise<T | undefined> => {
  try {
    return schema.parse(await asked);
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 404) return undefined;
    throw error;
  }
};

/** The physician takes an exam as its page shows it, and states every scan adequate; resolves with the version of the review, which is kept. */
export const stateReview = async (physician: Api, examId: string, shown: z.infer<typeof page>): Promise<number> => {
  const claim = versioned.parse(await physician.post(`/reading/studies-to-read/${examId}/claim`, shown.version));
  const quality = shown.scans.map(({ site, side }) => ({ site, ...(side ? { side } : {}), status: 'adequate' }));
  const body = { quality, excluded: [], ...(shown.assessment ? { assessmentHash: shown.assessment.hash } : {}) };
  return reviewed.parse(await physician.post(`/reading/studies-to-read/${examId}/review`, claim.version, body)).reviewVersion;
};

/** The physician takes the exam, states the quality of each scan and reviews; resolves with the draft that follows from it. */
export const reviewStudy = async (physician: Api, examId: string): Promise<Draft> => {
  const reviewVersion = await stateReview(physician, examId, page.parse(await physician.get(`/reading/studies-to-read/${examId}`)));
  return until(async () => {
    const report = await maybe(shownReport, physician.get(`/reporting/exams/${examId}/report`));
    return report?.reviewVersion === reviewVersion ? report : undefined;
  });
};

/** The physician signs what was shown; resolves when the signature is kept. */
export const signDraft = async (physician: Api, { reportId, version, reviewVersion, contentHash }: Draft): Promise<void> => {
  await physician.post(`/reporting/reports/${reportId}/signature`, version, { reviewVersion, contentHash });
};
