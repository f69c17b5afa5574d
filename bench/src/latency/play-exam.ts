import { setTimeout as pause } from 'node:timers/promises';
import { textOf, type Keywords } from '@osteon/dicom';
import type { Order } from '@osteon/hospital';
import { reviewStudy, signDraft, type Cast } from '@osteon/local/demo';
import { z } from 'zod';

/** The ways that are measured, in milliseconds. */
export interface Latencies {
  /** From the first byte of the order to the worklist answer that holds it. */
  readonly worklist: number;
  /** From the answer to the last image to the reading list that shows the exam; the device says its N-SET in between. */
  readonly readingList: number;
  /** From the signature's request to the moment at which the record system has the report and acknowledges it. */
  readonly acknowledgement: number;
}

const everyMs = 20;
const longestMs = 60_000;

const listed = z.object({ items: z.array(z.object({ examId: z.string() })) });
const lines = z.object({ exams: z.array(z.object({ examId: z.string(), accessionNumber: z.string() })) });
const judged = z.object({ assessment: z.object({ hash: z.string() }) });

/** Asks again, every 20 ms, until there is an answer. Throws after a minute. */
const until = async <T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> => {
  const patience = performance.now() + longestMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > patience) throw new Error(`waited ${longestMs / 1000} s for ${what}`);
    await pause(everyMs);
  }
};

const onWorklist = async ({ densitometer, dicom, now }: Cast, accessionNumber: string): Promise<Keywords | undefined> => {
  const items = await densitometer.worklist(dicom, { date: now().DA });
  return items.find((item) => textOf(item, 'AccessionNumber') === accessionNumber);
};

const examIdOf = async ({ frontDesk }: Cast, accessionNumber: string): Promise<string | undefined> => {
  const { exams } = lines.parse(await frontDesk.get(`/scheduling/exams?accessionNumber=${accessionNumber}`));
  return exams[0]?.examId;
};

const isListed = async ({ physician }: Cast, examId: string): Promise<true | undefined> =>
  listed.parse(await physician.get('/reading/reading-list')).items.some((item) => item.examId === examId) || undefined;

const ordered = async (cast: Cast, order: Order, accessionNumber: string): Promise<{ item: Keywords; ms: number }> => {
  const began = performance.now();
  const { code } = await cast.ris.send(order);
  if (code !== 'AA') throw new Error(`the order was answered ${code ?? 'nothing'}`);
  const item = await until('the worklist', () => onWorklist(cast, accessionNumber));
  return { item, ms: performance.now() - began };
};

const scanned = async (cast: Cast, item: Keywords, examId: string): Promise<number> => {
  const { densitometer, dicom, now } = cast;
  const at = now();
  const step = await densitometer.begin(dicom, { worklistItem: item, at });
  const files = densitometer.scan({ worklistItem: item, at });
  const outcomes = await densitometer.send(dicom, files);
  const began = performance.now();
  if (outcomes.some(({ outcome }) => outcome !== 'delivered')) throw new Error('an object was not answered 0000');
  await densitometer.complete(dicom, step, { files, at: now() });
  await until('the reading list', () => isListed(cast, examId));
  return performance.now() - began;
};

const signed = async ({ physician, peers }: Cast, examId: string, accessionNumber: string): Promise<number> => {
  await until('the assessment', async () => judged.safeParse(await physician.get(`/reading/studies-to-read/${examId}`)).data);
  const draft = await reviewStudy(physician, examId);
  const began = performance.now();
  const acknowledged = until('the acknowledgement', () => peers.emr.received.find((report) => report.accessionNumber === accessionNumber)).then(() => performance.now() - began);
  await signDraft(physician, draft);
  return acknowledged;
};

/** One exam from the order to the acknowledged report, as the demo's hospital plays it. Throws at the first thing that fails. */
export const playExam = async (cast: Cast, order: Order): Promise<Latencies> => {
  const { accessionNumber = '' } = order;
  const { item, ms: worklist } = await ordered(cast, order, accessionNumber);
  const examId = await until('the exam', () => examIdOf(cast, accessionNumber));
  const readingList = await scanned(cast, item, examId);
  const acknowledgement = await signed(cast, examId, accessionNumber);
  return { worklist, readingList, acknowledgement };
};
