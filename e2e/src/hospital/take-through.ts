import { readPlaces } from '@osteon/local/platform';
import { z } from 'zod';
import { eventually } from '../eventually.js';
import { findWorklist, storeStudy, type DataSet } from '../peers/dcmtk.js';
import { segmentOf, sendMessage } from '../peers/mllp.js';
import { messageOf, type Order } from './order.js';
import type { Ask } from './person.js';
import { scan, type ScannedFile } from './scan.js';

const exams = z.object({ exams: z.array(z.object({ examId: z.string() })) });
const study = z.object({
  state: z.string(),
  version: z.number(),
  reviewVersion: z.number(),
  scans: z.array(z.object({ site: z.string(), side: z.string().optional() })),
  assessment: z.object({ hash: z.string() }),
});
const report = z.object({ reportId: z.string(), state: z.string(), version: z.number(), reviewVersion: z.number(), contentHash: z.string() });

const { ports } = readPlaces();

/** What an answer says; one that is not positive fails with all that it says. */
export const read = async <T>(schema: z.ZodType<T>, answered: Promise<Response>): Promise<T> => {
  const answer = await answered;
  if (!answer.ok) throw new Error(`${answer.url} was answered ${answer.status}: ${await answer.text()}`);
  return schema.parse(await answer.json());
};

/** The information system sends the order until it is answered AA, as its queue does. */
export const order = (wanted: Order): Promise<true> =>
  eventually(async () => segmentOf(await sendMessage(ports.mllp, messageOf(wanted)), 'MSA')[1] === 'AA', `AA for ${wanted.controlId}`);

/** The densitometer finds the patient in its worklist and scans. */
export const scanned = async ({ accessionNumber }: Order): Promise<readonly ScannedFile[]> => {
  const item: DataSet = await eventually(async () => (await findWorklist(ports.dicom, `0008,0050=${accessionNumber}`))[0], `${accessionNumber} in the worklist`);
  return scan(item);
};

/** The densitometer sends the study until each object is answered 0000, as its queue does. */
export const stored = (files: readonly ScannedFile[]): Promise<true> =>
  eventually(async () => {
    const statuses = await storeStudy(ports.dicom, files.map(({ path }) => path));
    return statuses.length === files.length && statuses.every((status) => status === 'Success');
  }, 'each object answered 0000');

/** The front desk looks the exam up. */
export const examIdOf = async (desk: Ask, { accessionNumber }: Order): Promise<string> =>
  eventually(async () => (await read(exams, desk(`/scheduling/exams?accessionNumber=${accessionNumber}`))).exams[0]?.examId, `exam ${accessionNumber}`);

/** The physician takes the study as soon as it can be read and reviews it; asked again where the page does not answer. */
export const reviewed = (physician: Ask, examId: string): Promise<true> =>
  eventually(async () => {
    const address = `/reading/studies-to-read/${examId}`;
    const { state, version, scans, assessment } = await read(study, physician(address));
    if (state === 'reviewed') return true;
    const claim = await read(z.object({ version: z.number() }), physician(`${address}/claim`, { method: 'POST', version }));
    const body = { quality: scans.map(({ site, side }) => ({ site, side, status: 'adequate' })), excluded: [], assessmentHash: assessment.hash };
    return (await physician(`${address}/review`, { method: 'POST', version: claim.version, body })).ok;
  }, `the review of ${examId}`);

/** The physician signs the draft of that review; asked again where the page does not answer. */
export const signed = (physician: Ask, examId: string): Promise<true> =>
  eventually(async () => {
    const { reviewVersion } = await read(study, physician(`/reading/studies-to-read/${examId}`));
    const draft = await read(report, physician(`/reporting/exams/${examId}/report`));
    if (draft.state === 'signed') return true;
    const body = { reviewVersion, contentHash: draft.contentHash };
    return draft.reviewVersion === reviewVersion && (await physician(`/reporting/reports/${draft.reportId}/signature`, { method: 'POST', version: draft.version, body })).ok;
  }, `the signature of ${examId}`);

const line = z.object({ status: z.string() });

/** The front desk sees that the report has reached everybody. */
export const delivered = (desk: Ask, examId: string): Promise<true> =>
  eventually(async () => (await read(line, desk(`/scheduling/exams/${examId}`))).status === 'delivered', `${examId} delivered everywhere`);
