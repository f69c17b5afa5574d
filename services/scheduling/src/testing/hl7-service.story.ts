import { scheduling } from '@osteon/contracts';
import { testClock, type TestClock } from '@osteon/platform/clock';
import { conversation, testService, type Conversation, type TestService } from '@osteon/platform/testing';
import { msFrank, msNovak, testKafka, waitUntil } from '@osteon/testing';
import { AppModule } from '../app.module.js';
import type { ExamLine } from '../exam-lines/exam-lines.query.js';
import { ListenHl7 } from '../hl7-messages/listen-hl7.mllp.js';
import { hl7Connection, summary } from './hl7-connection.js';

/** What became of a message, as it is kept. */
export interface KeptRow {
  readonly outcome?: string;
  readonly answer?: string;
  readonly flags: readonly string[];
  readonly copies?: number;
  readonly examId: string;
}

/** Scheduling on real Postgres and Kafka, at 8 o'clock on 4 May in Berlin, with hospitals that speak HL7 to it. */
export interface Hl7Service {
  readonly service: TestService;
  readonly others: Conversation;
  readonly time: TestClock;
  /** What was answered: `AA`, or `AE 102 PID^1^7`. */
  send(message: Buffer): Promise<string>;
  sql<Row>(text: string, ...params: readonly unknown[]): Promise<Row[]>;
  kept(controlId: string): Promise<KeptRow>;
  /** Types of what was decided about an aggregate. */
  facts(streamId: string): Promise<string[]>;
  line(examId: string): Promise<ExamLine>;
  /** What the topic `patients` says last about whoever has a number of NORTH. */
  patient(number: string): Promise<scheduling.PatientV1 | undefined>;
  /** Waits for a version of them there. */
  untilPatient(number: string, version: number): Promise<scheduling.PatientV1>;
  stop(): Promise<void>;
}

/** Starts it with these sites applied. */
export const hl7Service = async (...sites: readonly scheduling.SiteDocument[]): Promise<Hl7Service> => {
  const kafka = await testKafka();
  const time = testClock('2026-05-04T06:00:00Z');
  const others = conversation(kafka, ['scheduling.events', 'patients']);
  const service = await testService(AppModule, { kafka, clock: time.clock, environment: { OSTEON_MLLP_PORT: '0' } });
  for (const body of sites) await service.ask({ by: msNovak, method: 'PUT', path: `/sites/${body.facilityId}`, body });
  const connection = await hl7Connection(service.get(ListenHl7).port);

  const sql = async <Row>(text: string, ...params: readonly unknown[]): Promise<Row[]> => (await service.database.pool.query(text, [...params])).rows;
  const patientIdOf = async (number: string) =>
    (await sql<{ patient_id: string }>(`select patient_id from patient_identifiers where authority = 'NORTH' and value = $1`, number))[0]?.patient_id;
  const patient = async (number: string) => {
    const patientId = await patientIdOf(number);
    return others.heard(scheduling.Patient).findLast(({ data }) => data.patientId === patientId)?.data;
  };
  return {
    service,
    others,
    time,
    send: async (message) => summary((await connection.send(message))[0]),
    sql,
    kept: async (controlId) => {
      const rows = await sql<Omit<KeptRow, 'examId'> & { exam_ids: string[] }>('select * from hl7_messages where control_id = $1 order by received_at desc', controlId);
      return { outcome: rows[0]?.outcome, answer: rows[0]?.answer, flags: rows[0]?.flags ?? [], copies: rows[0]?.copies, examId: rows[0]?.exam_ids[0] ?? '' };
    },
    facts: async (streamId) => (await service.store.readStream(streamId)).map(({ event }) => event.type),
    line: async (examId) => JSON.parse((await service.ask({ by: msFrank, path: `/exams/${examId}` })).bytes.toString()),
    patient,
    untilPatient: (number, version) =>
      waitUntil(async () => {
        const said = await patient(number);
        return said && said.version >= version ? said : undefined;
      }, `version ${version} of the patient on Kafka`),
    stop: async () => {
      connection.end();
      await service.stop();
      await others.close();
    },
  };
};
