import type { ObjectRef, reading, reporting, scheduling } from '@osteon/contracts';
import { at, examA1, msOkafor, NORTH } from '@osteon/testing';
import type { ReportDocuments } from '../delivery/report-documents.js';

/** An object whose hash is one hexadecimal digit, repeated. */
export const objectOf = (service: string, digit: string, mediaType = 'application/json'): ObjectRef => ({
  key: `${service}/${digit.repeat(64)}`,
  size: 100,
  mediaType,
});

const procedure = { code: '77080', meaning: 'DXA bone density axial', scheme: 'C4' };
export const reportId = '2f1f6a57-12c0-5c35-8f4f-5a9d3d6b7c11';

/** Dr Lee has signed the report of exam A1. */
export const signed: reporting.ReportSignedV1 = {
  reportId,
  examId: examA1.examId,
  facilityId: NORTH,
  patientId: examA1.patientId,
  revision: 1,
  reviewVersion: 1,
  signedBy: 'dr-lee',
  signedAt: at.signed,
  studyInstanceUID: `${examA1.studyInstanceUID}.9`,
  accessionNumber: examA1.accessionNumber,
  orders: [
    {
      placerOrderNumber: { value: 'P7001', namespace: 'EMR' },
      fillerOrderNumber: { value: 'F9001', namespace: 'RIS' },
      accessionNumber: examA1.accessionNumber,
      studyInstanceUID: examA1.studyInstanceUID,
      service: procedure,
    },
  ],
  pdf: objectOf('reporting', 'a', 'application/pdf'),
  content: objectOf('reporting', 'b'),
  patientBlock: objectOf('reporting', 'c'),
  signature: objectOf('reporting', 'd'),
};

export const review: reading.ReviewContentV1 = {
  examId: examA1.examId,
  scanner: { manufacturer: 'GE Healthcare', model: 'Lunar iDXA', serial: 'ME+200123' },
  performedOn: '2026-03-02',
  scans: [
    {
      site: 'lumbar-spine',
      regions: [
        { region: 'L1', bmd: 0.905, tScore: -1.9, zScore: -0.3 },
        { region: 'L4', bmd: 1.134, tScore: -0.6, zScore: 1.1 },
        { region: 'L1-L3', bmd: 0.942, tScore: -2, zScore: -0.4 },
        { region: 'L1-L4', bmd: 0.997, tScore: -1.5, zScore: 0 },
      ],
    },
    { site: 'hip', side: 'left', regions: [{ region: 'femoral-neck', bmd: 0.7, tScore: -2.3, zScore: -0.85 }] },
  ],
  quality: [
    { site: 'lumbar-spine', status: 'limited' },
    { site: 'hip', side: 'left', status: 'adequate' },
  ],
  excluded: [{ region: 'L4', reason: 'degenerative' }],
  assessment: {
    score: { kind: 'T', rule: 'T_SCORE_AFTER_MENOPAUSE' },
    diagnosis: { category: 'low-bone-density', rule: 'WHO_LOWEST_SITE' },
  },
  sentences: [],
};

export const content: reporting.ReportContentV1 = {
  reportId,
  examId: examA1.examId,
  accessionNumber: examA1.accessionNumber,
  studyInstanceUID: signed.studyInstanceUID,
  scheduledAt: at.ordered,
  zone: 'Europe/Berlin',
  facility: { id: NORTH, name: 'North Hospital', letterhead: [] },
  procedure,
  details: { indication: 'Back pain', referrer: { id: '1003', family: 'Novotná', given: 'Eva', prefix: 'Dr' } },
  reviewVersion: 1,
  reviewedBy: 'dr-lee',
  review,
  sections: [
    { title: 'Assessment', text: 'Low bone density.\nLowest T-score -2.3 | left femoral neck.' },
    { title: 'Indication', text: 'Back pain' },
  ],
};

export const patient: scheduling.PatientV1 = {
  patientId: examA1.patientId,
  version: 3,
  identifiers: [{ value: 'C-77', authority: 'CITY' }, { ...msOkafor.identifier, type: 'MR' }],
  name: { ...msOkafor.name, prefix: 'Ms' },
  birthDate: msOkafor.birthDate,
  sex: 'female',
};

export const signature: reporting.ReportSignatureV1 = {
  reportId,
  revision: 1,
  reviewVersion: 1,
  contentHash: '1'.repeat(64),
  signedBy: 'dr-lee',
  signerName: 'Dr Lee',
  signedAt: at.signed,
  zone: 'Europe/Berlin',
  meaning: 'Reviewed and approved',
};

export const documents: ReportDocuments = { signed, content, patient, signature, pdf: Buffer.from('%PDF-1.7 A1\n') };

export const receiver: scheduling.SiteReceiver = {
  id: 'emr-north',
  host: '127.0.0.1',
  port: 2576,
  receivingApplication: 'EMR',
  receivingFacility: 'NORTH-EMR',
  version: '2.5.1',
  charset: '8859/1',
};

export const archive: scheduling.SiteArchive = {
  id: 'pacs-north',
  aeTitle: 'PACS',
  callingAETitle: 'OSTEON',
  host: '127.0.0.1',
  port: 11113,
  accepts: ['images', 'reports'],
};

/** North Hospital with one record system and one archive. */
export const site: scheduling.SiteV1 = {
  facilityId: NORTH,
  version: 1,
  name: 'North Hospital',
  assigningAuthority: msOkafor.identifier.authority,
  zone: 'Europe/Berlin',
  languages: ['en'],
  policy: 'default',
  senders: [],
  devices: [],
  receivers: [receiver],
  archives: [archive],
  precision: [],
  letterhead: { lines: [] },
};
