import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { modalityGateway, scheduling } from '@osteon/contracts';
import { listen, Status, store, type Peer, type StoreOutcome } from '@osteon/dicom';
import { testClock, type TestClock } from '@osteon/platform/clock';
import { Loops } from '@osteon/platform/loops';
import { conversation, testService, type Conversation, type TestService } from '@osteon/platform/testing';
import { at, drLee, testKafka, waitUntil } from '@osteon/testing';
import { AppModule } from '../app.module.js';
import { Associations } from '../device/associations.dimse.js';
import { archive, examScheduled, north, patient } from './north.story.js';

/** An archive that remembers what came and answers as it is told. */
export interface TestPacs {
  readonly port: number;
  readonly received: { readonly SOPInstanceUID: string; readonly file: Buffer }[];
  /** A DIMSE status, or nothing: the association is rejected, or breaks in the middle of an object. */
  mood: number | 'rejects' | 'breaks';
  stop(): Promise<void>;
}

export const testPacs = async (port = 0): Promise<TestPacs> => {
  const received: TestPacs['received'] = [];
  const server = await listen({
    host: '127.0.0.1',
    port,
    handlers: {
      associate: () => (pacs.mood === 'rejects' ? { reject: { result: 1, source: 1, reason: 1 } } : { accept: true, peer: 'gateway' }),
      store: async ({ SOPInstanceUID, file }) => {
        const bytes = await buffer(file);
        if (pacs.mood === 'breaks') {
          pacs.mood = Status.Success;
          return new Promise(() => void server.stop(0));
        }
        if (pacs.mood === Status.Success) received.push({ SOPInstanceUID, file: bytes });
        return typeof pacs.mood === 'number' ? pacs.mood : Status.ProcessingFailure;
      },
    },
  });
  const pacs: TestPacs = { port: server.port, received, mood: Status.Success, stop: () => server.stop(0) };
  return pacs;
};

/** A study as the API shows it. */
export interface Shown {
  readonly acquisitionId: string;
  readonly studyInstanceUID: string;
  readonly examId?: string;
  readonly match: string;
  readonly matchedBy?: string;
  readonly why: readonly string[];
  readonly candidates: readonly string[];
  readonly state: string;
  readonly completeBy?: string;
  readonly problems: readonly { readonly code: string; readonly sopInstanceUID?: string }[];
  readonly instances: readonly { readonly sopInstanceUID: string; readonly kind: string; readonly site?: string; readonly conflicting?: true }[];
  readonly hidden: number;
  readonly steps: readonly { readonly status: string; readonly reason?: string; readonly lacks: readonly string[] }[];
  readonly archives: readonly { readonly archiveId: string; readonly state: string }[];
  readonly commitments: readonly { readonly transactionUID: string; readonly state: string; readonly why?: string }[];
}

/** The whole service beside scheduling, an archive and a clock that the test moves. */
export interface Gateway {
  readonly service: TestService;
  readonly time: TestClock;
  readonly others: Conversation;
  readonly pacs: TestPacs;
  /** Where densitometers call. */
  peer(callingAETitle?: string, calledAETitle?: string): Peer;
  send(files: readonly Uint8Array[], callingAETitle?: string): Promise<StoreOutcome[]>;
  /** Said by scheduling, and heard. */
  siteIs(changed?: Partial<scheduling.SiteV1>): Promise<void>;
  patientIs(changed?: Partial<scheduling.PatientV1>): Promise<void>;
  /** Said by scheduling, in that version of the exam's stream, and heard. */
  examIs(changed?: Partial<scheduling.ExamScheduledV1>, version?: number): Promise<void>;
  /** Studies of an exam, or those without one. */
  studies(examId?: string): Promise<readonly Shown[]>;
  /** Waits for a study that the condition holds for. */
  study(studyInstanceUID: string, holds: (study: Shown) => boolean, what: string): Promise<Shown>;
  events(acquisitionId: string): Promise<string[]>;
  /** All that has come is filed, and what is complete was read and is archived as far as it goes. */
  settled(): Promise<void>;
  /** Each loop has had a round since. */
  rounds(): Promise<void>;
  /** What was being tried has been tried and rests; then it is so many milliseconds later. */
  later(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}

const unsettled = `
  select receipt_id from instance_receipts where filed_at is null
  union select a.acquisition_id from acquisitions a left join acquisition_archives r using (acquisition_id)
         where (complete_by is not null and read_count < instance_count)
            or (match_state = 'matched' and coalesce(delivered + refused, 0) < instance_count)`;

const loops = ['file-instances', 'hide-instances', 'complete-acquisitions', 'read-measurements', 'match-again', 'forward-to-pacs', 'report-commitments'];

const isShown = (body: unknown): body is { readonly acquisitions: readonly Shown[] } => typeof body === 'object' && body !== null && 'acquisitions' in body;

/** `objects`: a folder of the test's own, to look into. */
export const openGateway = async (objects?: string): Promise<Gateway> => {
  const kafka = await testKafka();
  const time = testClock(at.scanned);
  const pacs = await testPacs();
  const others = conversation(kafka, [modalityGateway.ScanReceived.topic]);
  const service = await testService(AppModule, { kafka, objects, clock: time.clock, environment: { OSTEON_DICOM_PORT: '0' } });
  const { pool } = service.database;
  let siteVersion = 0;

  const peer: Gateway['peer'] = (callingAETitle = 'IDXA1', calledAETitle = 'OSTEON') => {
    return { host: '127.0.0.1', port: service.get(Associations).port, callingAETitle, calledAETitle };
  };
  const studies: Gateway['studies'] = async (examId) => {
    const { body } = await service.ask({ by: drLee, path: examId ? `/acquisitions?examId=${examId}` : '/acquisitions?state=unmatched' });
    return isShown(body) ? body.acquisitions : [];
  };
  const examOf = async (studyInstanceUID: string): Promise<string | undefined> => {
    const { rows } = await pool.query<{ exam_id: string | null }>('select exam_id from acquisitions where study_instance_uid = $1', [studyInstanceUID]);
    return rows[0]?.exam_id ?? undefined;
  };
  const siteIs: Gateway['siteIs'] = async (changed = {}) => {
    siteVersion += 1;
    const site = { ...north, archives: [{ ...archive, port: pacs.port }], ...changed, version: siteVersion };
    await others.say(scheduling.Site, site, { key: site.facilityId, subject: `sites/${site.facilityId}` });
    const known = 'select 1 from replica_sites where facility_id = $1 and version = $2';
    await waitUntil(async () => (await pool.query(known, [site.facilityId, siteVersion])).rowCount, 'the site to be heard');
  };
  const rounds = async (): Promise<void> => {
    const running = service.get(Loops);
    const before = new Map(loops.map((name) => [name, running.rounds(name)]));
    // One may be under way: the round after it is a whole one.
    await waitUntil(() => loops.every((name) => running.rounds(name) >= (before.get(name) ?? 0) + 2), 'a round of each loop');
  };
  await siteIs();
  return {
    ...{ service, time, others, pacs, peer, siteIs, studies, rounds },
    send: (files, callingAETitle) => store(peer(callingAETitle), files),
    patientIs: async (changed = {}) => {
      const said = { ...patient, ...changed };
      await others.say(scheduling.Patient, said, { key: said.patientId, subject: `patients/${said.patientId}` });
      const known = 'select 1 from replica_patients where patient_id = $1 and version >= $2';
      await waitUntil(async () => (await pool.query(known, [said.patientId, said.version])).rowCount, 'the patient to be heard');
    },
    examIs: async (changed = {}, version = 1) => {
      const eventId = randomUUID();
      const said = { ...examScheduled, ...changed };
      await others.say(scheduling.ExamScheduled, said, { key: said.examId, subject: `exam-${said.examId}`, version }, eventId);
      await waitUntil(async () => (await pool.query('select 1 from inbox where message_id = $1', [eventId])).rowCount, 'the exam to be heard');
    },
    study: (studyInstanceUID, holds, what) =>
      waitUntil(async () => {
        const found = (await studies(await examOf(studyInstanceUID))).find((each) => each.studyInstanceUID === studyInstanceUID);
        return found && holds(found) ? found : undefined;
      }, what),
    events: async (acquisitionId) => (await service.store.readStream(`acquisition-${acquisitionId}`)).map(({ event }) => event.type),
    settled: async () => {
      await waitUntil(async () => (await pool.query(unsettled)).rowCount === 0, 'everything to be settled', { timeoutMs: 30_000 });
    },
    later: async (milliseconds) => {
      await rounds();
      time.advance(milliseconds);
    },
    stop: async () => {
      await service.stop();
      await Promise.all([others.close(), pacs.stop()]);
    },
  };
};
