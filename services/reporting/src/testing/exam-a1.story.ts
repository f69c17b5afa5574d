import type { modalityGateway, ObjectRef, reading, scheduling } from '@osteon/contracts';
import { at, examA1 } from '@osteon/testing';
import { sourceOf, type Source } from '../report/source.js';

/** An object of a service's store: its hash is one hexadecimal digit, repeated. */
export const objectOf = (service: string, digit: string, mediaType = 'application/json'): ObjectRef => ({
  key: `${service}/${digit.repeat(64)}`,
  size: 100,
  mediaType,
});

const { examId, patientId, facilityId, accessionNumber, studyInstanceUID } = examA1;
const acquisitionId = '0190a000-0000-7000-8000-0000000000c1';
const procedure = { code: 'DXA-AX', meaning: 'Bone density of spine and hip', scheme: 'L' };

/** What scheduling, modality-gateway and reading say about exam A1. */
export const heard = {
  exam: {
    examId,
    facilityId,
    patientId,
    patientVersion: 1,
    accessionNumber,
    studyInstanceUID,
    requestedProcedureId: 'RP-1',
    scheduledProcedureStepId: 'SPS-1',
    scheduledAt: at.ordered,
    zone: 'Europe/Berlin',
    modality: 'BMD',
    procedure,
    priority: 'routine',
    orders: [{ placerOrderNumber: { value: 'P-77' }, accessionNumber, studyInstanceUID, service: procedure }],
    details: objectOf('scheduling', 'a'),
  } satisfies scheduling.ExamScheduledV1,
  scan: {
    acquisitionId,
    examId,
    facilityId,
    patientId,
    studyInstanceUID: `${studyInstanceUID}.9`,
    completeBy: 'quiet-time',
    matchedBy: 'accession-number',
    deviceId: 'idxa-1',
    scanner: { manufacturer: 'GE Healthcare', model: 'Lunar iDXA', serial: 'ME+200123' },
    scans: [],
    problems: [],
    readerOutput: objectOf('modality-gateway', 'b'),
    instances: [
      {
        sopInstanceUID: '1.1',
        sopClassUID: '1.2.840.10008.5.1.4.1.1.1',
        seriesInstanceUID: '1',
        kind: 'image',
        site: 'lumbar-spine',
        object: objectOf('modality-gateway', 'c', 'application/dicom'),
      },
      {
        sopInstanceUID: '1.2',
        sopClassUID: '1.2.840.10008.5.1.4.1.1.88.22',
        seriesInstanceUID: '2',
        kind: 'results',
        object: objectOf('modality-gateway', 'd', 'application/dicom'),
      },
    ],
  } satisfies modalityGateway.ScanReceivedV1,
  review: {
    examId,
    acquisitionId,
    facilityId,
    patientId,
    reviewVersion: 1,
    reviewedBy: 'dr-lee',
    reviewedAt: at.read,
    content: objectOf('reading', 'e'),
  } satisfies reading.ScanReviewedV1,
} as const;

/** The source streams in which those facts stand. */
export const from = {
  exam: sourceOf({ subject: `exam-${examId}`, streamVersion: 1 }),
  scan: sourceOf({ subject: `acquisition-${acquisitionId}`, streamVersion: 4 }),
  review: sourceOf({ subject: `study-to-read-${examId}`, streamVersion: 5 }),
} as const;

/** The same source stream, later. */
export const later = ({ subject, streamVersion }: Source): Source => ({ subject, streamVersion: streamVersion + 1 });
