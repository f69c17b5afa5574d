import type { ReceivedReport } from '@osteon/hospital';
import { z } from 'zod';
import type { Exam, Scene } from '../exam/exam.js';
import type { Hospital } from '../exam/hospital.js';
import { persist } from '../exam/persist.js';
import { connected } from './connected.js';

const lines = z.object({ exams: z.array(z.object({ examId: z.string() })) });

const resultsOf = ({ peers }: Pick<Hospital, 'peers'>, { order }: Exam): readonly ReceivedReport[] =>
  peers.emr.received.filter(({ accessionNumber }) => accessionNumber === order.accessionNumber);

/** One number (MSH-10) for one report, and the same bytes each time it came. */
const oneReport = (results: readonly ReceivedReport[], name: string): string[] => {
  const numbers = new Set(results.map(({ controlId }) => controlId)).size;
  const contents = new Set(results.map(({ bytes }) => bytes.toString('latin1'))).size;
  return [
    ...(numbers === 1 ? [] : [`${name}: ${numbers} reports in the record system`]),
    ...(contents <= 1 ? [] : [`${name}: a resend carried other content`]),
  ];
};

/** Counts one exam where it arrived: on the schedule, in the record system and in the PACS. */
export const checkExam = async ({ hospital, staff }: Scene, exam: Exam): Promise<{ problems: string[]; resends: number }> => {
  const { accessionNumber = '', studyInstanceUID = '' } = exam.order;
  const { exams } = await persist('the schedule', async () => lines.parse(await staff.frontDesk.get(`/scheduling/exams?accessionNumber=${accessionNumber}`)));
  const results = resultsOf(hospital, exam);
  const expected = exam.files.length + 1;
  // The exam is delivered when its report is; images may still be on their way again.
  const held = await persist('the PACS', async () => {
    const count = await hospital.peers.archive.held(studyInstanceUID);
    if (count < expected) throw new Error(`${count} of ${expected} objects of ${accessionNumber} in the PACS`);
    return count;
  });
  return {
    resends: Math.max(0, results.length - 1),
    problems: [
      ...(exams.length === 1 ? [] : [`${accessionNumber}: ${exams.length} exams for one order`]),
      ...oneReport(results, accessionNumber),
      ...(held === expected ? [] : [`${accessionNumber}: ${held} objects in the PACS instead of ${expected}`]),
    ],
  };
};

const planned = `select exam_id from deliveries where kind = 'emr' and exam_id = any($1) order by planned_at, delivery_id`;
const rows = z.array(z.object({ exam_id: z.string() }));

const plannedOrder = (connectionString: string, examIds: readonly string[]): Promise<string[]> =>
  connected({ connectionString }, async (client) => rows.parse((await client.query(planned, [examIds])).rows).map(({ exam_id: examId }) => examId));

/** Reports of one patient came in the order in which delivery had recorded them: first in, first out. */
export const checkOrder = async ({ platform, peers }: Hospital, exams: readonly Exam[]): Promise<string[]> => {
  const order = await plannedOrder(
    platform.backing.databaseUrls.delivery,
    exams.map(({ examId }) => examId),
  );
  const places = order.map((examId) => {
    const number = exams.find((exam) => exam.examId === examId)?.order.accessionNumber;
    return peers.emr.received.findIndex(({ accessionNumber }) => accessionNumber === number);
  });
  const isSorted = places.every((place, n) => n === 0 || place > (places[n - 1] ?? 0));
  return isSorted ? [] : [`reports of one patient came as ${places.join(', ')}`];
};
