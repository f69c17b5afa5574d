import type { reporting, scheduling } from '@osteon/contracts';
import { testClock, type TestClock } from '@osteon/platform/clock';
import { testService, type TestService } from '@osteon/platform/testing';
import { at, mrOps, testKafka, waitUntil } from '@osteon/testing';
import { AppModule } from '../app.module.js';
import { deliveryIdOf } from '../delivery/delivery-id.js';
import { kept, others, type Others } from './others.story.js';
import { testEmr, testPacs, type TestEmr, type TestPacs } from './peers.story.js';
import { archive, patient, receiver, site } from './report-a1.story.js';

/** A delivery as the API shows it. */
export interface Line {
  readonly deliveryId: string;
  readonly state: string;
  readonly attempts: number;
  readonly version: number;
  readonly identity?: string;
  readonly answer?: string;
  readonly destination: { readonly kind: string; readonly id: string };
}

/** The whole service beside North Hospital's record system and archive, and a clock that the test moves. */
export interface Hospital {
  readonly service: TestService;
  readonly time: TestClock;
  readonly world: Others;
  readonly emr: TestEmr;
  readonly pacs: TestPacs;
  /** A signed report of exam n, its documents kept; of Ms Okafor unless another patient is named. */
  report(n: number, changed?: Partial<reporting.ReportSignedV1>): Promise<reporting.ReportSignedV1>;
  /** The facility's document changes, and delivery has heard it. */
  siteIs(changed: Partial<scheduling.SiteV1>): Promise<void>;
  lines(examId: string): Promise<readonly Line[]>;
  /** Waits until the delivery of this report to this kind of destination is in that state. */
  reaches(report: reporting.ReportSignedV1, kind: 'emr' | 'pacs', state: string): Promise<Line>;
  stop(): Promise<void>;
}

/** A uuid of the story: kind in the first digits, number in the last. */
export const numbered = (kind: 'e' | 'f' | 'a', n: number): string => `0190${kind}000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const deliveryOf = (report: reporting.ReportSignedV1, kind: 'emr' | 'pacs'): string =>
  deliveryIdOf(report, { kind, id: kind === 'emr' ? receiver.id : archive.id });

export const openHospital = async (): Promise<Hospital> => {
  const time = testClock(at.signed);
  const kafka = await testKafka();
  const [emr, pacs, world] = await Promise.all([testEmr(), testPacs(), others(kafka)]);
  const service = await testService(AppModule, { kafka, clock: time.clock, environment: { OSTEON_ANSWER_TIMEOUT_MS: '400' } });
  let siteVersion = 0;

  const siteIs: Hospital['siteIs'] = async (changed) => {
    siteVersion += 1;
    const peers = { receivers: [{ ...receiver, port: emr.port }], archives: [{ ...archive, port: pacs.port }] };
    await world.saySite({ ...site, ...peers, ...changed, version: siteVersion });
    const known = 'select 1 from replica_sites where version >= $1';
    await waitUntil(async () => (await service.database.pool.query(known, [siteVersion])).rowCount, 'the site to be heard', { timeoutMs: 30_000 });
  };
  const lines: Hospital['lines'] = async (examId) => {
    const { body } = await service.ask({ by: mrOps, path: `/deliveries?examId=${examId}` });
    return (body as { deliveries: Line[] }).deliveries;
  };
  await siteIs({});
  return {
    ...{ service, time, world, emr, pacs, siteIs, lines },
    report: async (n, changed = {}) =>
      kept(service.objects, { examId: numbered('e', n), reportId: numbered('f', n), patientId: patient.patientId, ...changed }),
    reaches: (report, kind, state) =>
      waitUntil(
        async () => (await lines(report.examId)).find(({ deliveryId, state: now }) => deliveryId === deliveryOf(report, kind) && now === state),
        `${kind} of ${report.examId} to be ${state}`,
        { timeoutMs: 30_000 },
      ),
    stop: async () => {
      await service.stop();
      await Promise.all([emr.close(), pacs.stop(), world.stop()]);
    },
  };
};
