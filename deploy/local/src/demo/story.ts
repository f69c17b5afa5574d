import type { BegunStep, Densitometer, PerformedAt, Server, StudyFile } from '@osteon/densitometer';
import { textOf, type Keywords } from '@osteon/dicom';
import type { AdtSender, Answer as Acknowledged, Order, OrderSender } from '@osteon/hospital';
import { z } from 'zod';
import type { Api } from './api.js';
import type { Peers } from './peers.js';
import { maybe, page, reviewStudy, signDraft } from './review-and-sign.js';
import { until } from './until.js';

/** Who plays the story: the foreign systems, and people through the API. */
export interface Cast {
  readonly his: AdtSender;
  readonly ris: OrderSender;
  readonly densitometer: Densitometer;
  /** Where the densitometer finds Osteon. */
  readonly dicom: Server;
  /** The time of the scan, as the clock of the densitometer shows it. */
  readonly now: () => PerformedAt;
  readonly peers: Peers;
  readonly frontDesk: Api;
  readonly physician: Api;
}

/** One exam on its way; a step adds what it has found out. */
export interface Story {
  readonly order: Order;
  readonly examId: string;
  readonly accessionNumber: string;
  readonly studyInstanceUID: string;
  readonly item: Keywords;
  /** When the scan began, and the step that the console has open since. */
  readonly at: PerformedAt;
  readonly step: BegunStep;
  readonly files: readonly StudyFile[];
}

export interface Step {
  readonly name: string;
  readonly says: string;
  readonly play: (cast: Cast, story: Story) => Promise<Partial<Story>>;
}

const line = z.object({
  examId: z.string(),
  accessionNumber: z.string(),
  studyInstanceUID: z.string(),
  status: z.string(),
  deliveries: z.array(z.object({ kind: z.string(), state: z.string() })),
  patient: z.object({ identifiers: z.array(z.object({ value: z.string() })) }).optional(),
});
const lines = z.object({ exams: z.array(line) });
const versioned = z.object({ version: z.number() });

const taken = (what: string, { code, problems, outcome }: Acknowledged): void => {
  if (code !== 'AA') throw new Error(`${what} was answered ${code ?? outcome.kind}: ${problems.join('; ')}`);
};

const sendPatient: Step['play'] = async ({ his }, { order: { patient, charset } }) => {
  taken('the patient', await his.send({ event: 'A28', charset, patient }));
  return {};
};

const sendOrder: Step['play'] = async ({ ris, frontDesk }, { order }) => {
  taken('the order', await ris.send(order));
  const date = order.scheduledAt.slice(0, 10);
  const mine = await until(async () => {
    const { exams } = lines.parse(await frontDesk.get(`/scheduling/exams?date=${date}`));
    const fits = (exam: z.infer<typeof line>): boolean =>
      order.accessionNumber ? exam.accessionNumber === order.accessionNumber : Boolean(exam.patient?.identifiers.some(({ value }) => value === order.patient.number));
    return exams.findLast(fits);
  });
  const { examId, accessionNumber, studyInstanceUID } = mine;
  return { examId, accessionNumber, studyInstanceUID };
};

const askWorklist: Step['play'] = async ({ densitometer, dicom, now }, { accessionNumber }) => ({
  item: await until(async () => {
    const items = await densitometer.worklist(dicom, { date: now().DA });
    return items.find((item) => textOf(item, 'AccessionNumber') === accessionNumber);
  }),
});

/** The day list is what the front desk has before her when she presses the button. */
const arrive: Step['play'] = async ({ frontDesk }, { examId }) => {
  const { version } = versioned.parse(await frontDesk.get(`/scheduling/exams/${examId}`));
  await frontDesk.post(`/scheduling/exams/${examId}/arrival`, version);
  return {};
};

const beginStep: Step['play'] = async ({ densitometer, dicom, now }, { item }) => {
  const at = now();
  return { at, step: await densitometer.begin(dicom, { worklistItem: item, at }) };
};

const storeImages: Step['play'] = async ({ densitometer, dicom }, { item, at }) => {
  const files = densitometer.scan({ worklistItem: item, at });
  const outcomes = await densitometer.send(dicom, files);
  const kept = outcomes.filter(({ outcome }) => outcome === 'delivered').length;
  if (kept !== files.length) throw new Error(`${kept} of ${files.length} objects were answered 0000`);
  return { files };
};

const completeStep: Step['play'] = async ({ densitometer, dicom, now }, { step, files }) => {
  await densitometer.complete(dicom, step, { files, at: now() });
  return {};
};

const askForCommitment: Step['play'] = async ({ densitometer, dicom, peers }, { files }) => {
  const { committed, failed } = await densitometer.commit(dicom, files, { results: peers.results });
  if (committed.length !== files.length || failed.length > 0) throw new Error(`${committed.length} of ${files.length} objects are committed`);
  return {};
};

const acquired = z.object({ acquisitions: z.array(z.object({ match: z.string(), state: z.string() })) });

const meetExam: Step['play'] = async ({ physician }, { examId }) => {
  await until(async () => {
    const { acquisitions } = acquired.parse(await physician.get(`/modality-gateway/acquisitions?examId=${examId}`));
    return acquisitions.find(({ match, state }) => match === 'matched' && state === 'complete');
  });
  return {};
};

const becomeReadable: Step['play'] = async ({ physician }, { examId }) => {
  await until(async () => (await maybe(page, physician.get(`/reading/studies-to-read/${examId}`)))?.assessment);
  return {};
};

const sign: Step['play'] = async ({ physician }, { examId }) => {
  await signDraft(physician, await reviewStudy(physician, examId));
  return {};
};

const isDelivered = async (desk: Api, examId: string, kind: string): Promise<true | undefined> => {
  const { deliveries } = line.parse(await desk.get(`/scheduling/exams/${examId}`));
  return deliveries.some((each) => each.kind === kind && each.state === 'delivered') || undefined;
};

/** Twice over: the exam's line says that it was acknowledged, and the record system says that it has it. */
const reachEmr: Step['play'] = async ({ frontDesk, peers }, { examId, accessionNumber }) => {
  await until(async () => isDelivered(frontDesk, examId, 'emr'));
  await until(async () => peers.emr.received.find((report) => report.accessionNumber === accessionNumber));
  return {};
};

/** Images and report: the archive holds one object more than the densitometer has made. */
const reachPacs: Step['play'] = async ({ frontDesk, peers }, { examId, studyInstanceUID, files }) => {
  await until(async () => isDelivered(frontDesk, examId, 'pacs'));
  await until(async () => (await peers.archive.held(studyInstanceUID)) > files.length || undefined);
  return {};
};

/** One exam from the order to the delivered report. */
export const steps: readonly Step[] = [
  { name: 'adt', says: 'HIS says who she is (ADT^A28 over MLLP): answered AA', play: sendPatient },
  { name: 'order', says: 'RIS sends the order (HL7 over MLLP): answered AA', play: sendOrder },
  { name: 'arrived', says: 'Ms Frank at the front desk sees her come', play: arrive },
  { name: 'worklist', says: 'densitometer asks the Modality Worklist: the patient is there', play: askWorklist },
  { name: 'mpps-begun', says: 'densitometer begins (MPPS N-CREATE): answered 0000', play: beginStep },
  { name: 'stored', says: 'densitometer sends images and results (C-STORE): each answered 0000', play: storeImages },
  { name: 'mpps-done', says: 'densitometer has ended, and lists what it made (N-SET): answered 0000', play: completeStep },
  { name: 'committed', says: 'densitometer asks whether all is kept (N-ACTION), and hears it (N-EVENT-REPORT)', play: askForCommitment },
  { name: 'matched', says: 'the study has met its exam and is complete', play: meetExam },
  { name: 'readable', says: 'numbers read, assessment suggested: the exam is on the reading list', play: becomeReadable },
  { name: 'signed', says: 'Dr Lee states the quality, reviews and signs', play: sign },
  { name: 'delivered-emr', says: 'EMR has the result with its PDF (ORU^R01): acknowledged AA', play: reachEmr },
  { name: 'delivered-pacs', says: 'PACS has images and report (C-STORE): answered 0000', play: reachPacs },
];
