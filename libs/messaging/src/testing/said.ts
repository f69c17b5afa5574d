import { randomUUID } from 'node:crypto';
import { examA1, NORTH } from '@osteon/testing';
import type { KafkaRecord } from '../kafka-port.js';

/** The exam with this number. */
export const examOf = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** In what a message differs from a good one. */
interface Said {
  readonly type?: string;
  readonly reviewedBy?: string;
  readonly extra?: object;
}

/** The review of an exam in one version, as reading says it. */
export const review = (
  examId: string,
  version: number,
  { type = 'osteon.reading.ScanReviewed.v1', reviewedBy = 'dr-lee', extra }: Said = {},
): KafkaRecord => ({
  topic: 'reading.events',
  key: examId,
  headers: {
    ce_specversion: '1.0',
    ce_id: randomUUID(),
    ce_source: '/osteon/reading',
    ce_type: type,
    ce_time: '2026-03-02T09:00:00.000Z',
    ce_subject: `study-to-read-${examId}`,
    ce_correlationid: 'the-morning-of-exam-a1',
    ce_streamversion: String(version),
    ce_facilityid: NORTH,
  },
  value: JSON.stringify({
    examId,
    acquisitionId: '0190a000-0000-7000-8000-0000000000c1',
    facilityId: NORTH,
    patientId: examA1.patientId,
    reviewVersion: version,
    reviewedBy,
    reviewedAt: '2026-03-02T09:00:00.000Z',
    content: { key: `reading/${'0'.repeat(64)}`, size: 1, mediaType: 'application/json' },
    ...extra,
  }),
});

/** Ms Okafor's demographics in one version, or her erasure. */
export const patient = (patientId: string, version: number, family: string | null): KafkaRecord => ({
  topic: 'patients',
  key: patientId,
  headers: {
    ...review(patientId, version).headers,
    ce_type: 'osteon.scheduling.Patient.v1',
    ce_subject: `patients/${patientId}`,
    ce_facilityid: '*',
  },
  value: family === null ? null : JSON.stringify({ patientId, version, identifiers: [], name: { family }, sex: 'female' }),
});
