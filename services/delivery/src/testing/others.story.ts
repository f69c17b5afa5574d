import { randomUUID } from 'node:crypto';
import { delivery, reporting, scheduling, type Contract } from '@osteon/contracts';
import { openKafka, type HeardRecord } from '@osteon/messaging';
import type { ObjectStore } from '@osteon/object-store';
import { at, NORTH, waitUntil, type TestKafka } from '@osteon/testing';
import { content, documents, patient, signature, signed } from './report-a1.story.js';

/** The other services, as far as delivery hears and is heard by them. */
export interface Others {
  /** Says it; `version` is that of its stream or state. */
  say(contract: Contract, data: unknown, at: { key: string; subject: string; version: number; eventId?: string }): Promise<void>;
  saySite(site: scheduling.SiteV1): Promise<void>;
  saySigned(report: reporting.ReportSignedV1, version?: number, eventId?: string): Promise<void>;
  /** What delivery has said so far. */
  readonly heard: readonly { readonly type: string; readonly key: string; readonly data: unknown; readonly correlationId?: string }[];
  stop(): Promise<void>;
}

export const thread = 'the-morning-of-exam-a1';

/** Speaks and listens on the run's broker. */
export const others = async ({ brokers, prefix }: TestKafka): Promise<Others> => {
  const kafka = openKafka({ brokers, prefix, clientId: 'others', sessionTimeoutMs: 6000 });
  const heard: { type: string; key: string; data: unknown; correlationId?: string }[] = [];
  const take = ({ headers, key, value }: HeardRecord): void => {
    heard.push({ type: headers['ce_type'] ?? '', key, data: JSON.parse(value ?? 'null'), correlationId: headers['ce_correlationid'] });
  };
  const listening = kafka.consume({
    group: 'others',
    topics: [delivery.ReportDelivered.topic],
    hear: async (records, turn) => {
      for (const record of records) {
        take(record);
        turn.done(record);
      }
    },
    waits: () => undefined,
    died: () => undefined,
  });
  const say: Others['say'] = (contract, data, { key, subject, version, eventId = randomUUID() }) =>
    kafka.publish([
      {
        topic: contract.topic,
        key,
        headers: {
          ce_specversion: '1.0',
          ce_id: eventId,
          ce_source: `/osteon/${contract.service}`,
          ce_type: contract.type,
          ce_time: at.signed,
          ce_subject: subject,
          ce_correlationid: thread,
          ce_streamversion: `${version}`,
          ce_facilityid: NORTH,
        },
        value: JSON.stringify(contract.schema.parse(data)),
      },
    ]);
  await waitUntil(() => listening.isJoined(), 'the others to listen');
  return {
    say,
    saySite: (site) => say(scheduling.Site, site, { key: site.facilityId, subject: `sites/${site.facilityId}`, version: site.version }),
    saySigned: (report, version = 4, eventId) =>
      say(reporting.ReportSigned, report, { key: report.examId, subject: `report-${report.reportId}`, version, eventId }),
    heard,
    stop: async () => {
      await listening.stop();
      await kafka.close();
    },
  };
};

/** The report of exam A1 with its documents in reporting's objects; some of it changed. */
export const kept = async (objects: ObjectStore, changed: Partial<reporting.ReportSignedV1> = {}): Promise<reporting.ReportSignedV1> => ({
  ...signed,
  pdf: await objects.put('reporting', documents.pdf, 'application/pdf'),
  content: await objects.putJson('reporting', reporting.reportContent, content),
  patientBlock: await objects.putJson('reporting', reporting.patientBlock, patient),
  signature: await objects.putJson('reporting', reporting.reportSignature, signature),
  ...changed,
});
