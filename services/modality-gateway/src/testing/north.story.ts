import type { scheduling } from '@osteon/contracts';
import { at, examA1, msOkafor, NORTH } from '@osteon/testing';

export const idxa1: scheduling.SiteDevice = {
  id: 'idxa-1',
  calledAETitle: 'OSTEON',
  aeTitles: ['IDXA1'],
  worklistModalities: ['BMD', 'OT'],
  charset: 'ISO_IR 100',
  profile: {
    expected: [
      { protocolName: 'AP Spine', kind: 'image' },
      { protocolName: 'Left Femur', kind: 'image' },
    ],
  },
};

/** An older console of which nobody has written down what it sends. */
export const prodigy: scheduling.SiteDevice = { ...idxa1, id: 'prodigy', aeTitles: ['PRODIGY'], profile: { expected: [] } };

export const archive: scheduling.SiteArchive = {
  id: 'pacs',
  aeTitle: 'PACS',
  callingAETitle: 'OSTEON',
  host: '127.0.0.1',
  port: 1,
  accepts: ['images', 'reports'],
};

/** North Hospital with two densitometers and an archive. */
export const north: scheduling.SiteV1 = {
  facilityId: NORTH,
  version: 1,
  name: 'North Hospital',
  assigningAuthority: 'NORTH-HIS',
  zone: 'Europe/Berlin',
  languages: ['en'],
  policy: 'default',
  senders: [],
  devices: [idxa1, prodigy],
  receivers: [],
  archives: [archive],
  precision: [],
  letterhead: { lines: ['North Hospital'] },
};

/** Ms Okafor, as scheduling publishes her. */
export const patient: scheduling.PatientV1 = {
  patientId: msOkafor.patientId,
  version: 1,
  identifiers: [msOkafor.identifier],
  name: { family: 'Okafor', given: 'Zoë' },
  birthDate: msOkafor.birthDate,
  sex: msOkafor.sex,
  ethnicGroup: 'African',
};

/** Exam A1, as scheduling publishes it: 09:20 in Berlin. */
export const examScheduled: scheduling.ExamScheduledV1 = {
  examId: examA1.examId,
  facilityId: NORTH,
  patientId: msOkafor.patientId,
  patientVersion: 1,
  accessionNumber: examA1.accessionNumber,
  studyInstanceUID: examA1.studyInstanceUID,
  requestedProcedureId: 'RP1',
  scheduledProcedureStepId: 'SPS1',
  scheduledAt: at.scanned,
  zone: 'Europe/Berlin',
  modality: 'BMD',
  procedure: { code: '77080', meaning: 'DXA bone density axial', scheme: 'C4' },
  priority: 'routine',
  heightM: 1.625,
  weightKg: 64,
  orders: [
    { accessionNumber: examA1.accessionNumber, studyInstanceUID: examA1.studyInstanceUID, service: { code: '77080', meaning: 'DXA', scheme: 'C4' } },
  ],
  details: { key: `scheduling/${'d'.repeat(64)}`, size: 2, mediaType: 'application/json' },
};

export const fromScheduling = { subject: `exam-${examA1.examId}`, streamVersion: 1 };
