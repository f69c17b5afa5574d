import type { modalityGateway, ObjectRef, scheduling } from '@osteon/contracts';
import { at, examA1 } from '@osteon/testing';
import type { AssessmentMade, ExamExpected, ScanArrived, StudyClaimed, StudyReviewed } from '../study-to-read/study-to-read.events.js';

/** An object whose hash is one digit over and over. */
export const object = (service: string, digit: string): ObjectRef => ({ key: `${service}/${digit.repeat(64)}`, size: 100, mediaType: 'application/json' });

export const fromScheduling = { subject: `exam-${examA1.examId}`, streamVersion: 1 };
export const fromGateway = { subject: 'acquisition-1', streamVersion: 4 };

/** Ms Okafor's order as scheduling says it. */
export const scheduled: scheduling.ExamScheduledV1 = {
  examId: examA1.examId,
  facilityId: examA1.facilityId,
  patientId: examA1.patientId,
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
  heightM: 1.62,
  weightKg: 64,
  orders: [{ accessionNumber: examA1.accessionNumber, studyInstanceUID: examA1.studyInstanceUID, service: { code: '77080', meaning: 'DXA', scheme: 'C4' } }],
  details: object('scheduling', 'd'),
};

const female = { name: 'USA (Combined NHANES/Lunar)', sex: 'female' } as const;

/** Her scan: spine and left hip, osteoporosis at the neck. */
export const received: modalityGateway.ScanReceivedV1 = {
  acquisitionId: '0190a000-0000-7000-8000-0000000000c1',
  examId: examA1.examId,
  facilityId: examA1.facilityId,
  patientId: examA1.patientId,
  studyInstanceUID: examA1.studyInstanceUID,
  completeBy: 'profile',
  matchedBy: 'study-instance-uid',
  deviceId: 'idxa-1',
  scanner: { manufacturer: 'GE Healthcare', model: 'Lunar iDXA', serial: 'ME+200123' },
  performedOn: '2026-03-02',
  scans: [
    { site: 'lumbar-spine', regions: [{ region: 'L1-L4', bmd: 0.941, tScore: -2.0, tReference: female }] },
    { site: 'hip', side: 'left', regions: [{ region: 'femoral-neck', bmd: 0.677, tScore: -2.6, tReference: female }] },
  ],
  problems: [],
  readerOutput: object('modality-gateway', 'e'),
  instances: [{ sopInstanceUID: '1.2.3', sopClassUID: '1.2', seriesInstanceUID: '1.2.1', kind: 'image', site: 'lumbar-spine', object: object('modality-gateway', 'f') }],
};

const { requestedProcedureId, scheduledProcedureStepId, orders, ...exam } = scheduled;

export const expected: ExamExpected = { type: 'ExamExpected', data: { ...exam, source: fromScheduling } };
export const arrived: ScanArrived = { type: 'ScanArrived', data: { ...received, source: fromGateway } };
export const assessed: AssessmentMade = {
  type: 'AssessmentMade',
  data: {
    acquisitionId: received.acquisitionId,
    input: object('reading', '1'),
    assessment: object('reading', '2'),
    category: 'osteoporosis',
    policy: 'default',
    libraryVersion: '1',
  },
};
export const claimedByLee: StudyClaimed = { type: 'StudyClaimed', data: { readerId: 'dr-lee' } };
export const reviewedByLee: StudyReviewed = {
  type: 'StudyReviewed',
  data: { reviewVersion: 1, acquisitionId: received.acquisitionId, content: object('reading', '3'), category: 'osteoporosis' },
};

/** North Hospital's document: from version 4 of it on a policy that says less. */
export const northSite = (version: number): scheduling.SiteV1 => ({
  facilityId: examA1.facilityId,
  version,
  name: 'North Hospital',
  assigningAuthority: 'NORTH-HIS',
  zone: 'Europe/Berlin',
  languages: ['en'],
  policy: 'north-hospital',
  policyDocument: {
    policy: 'north-hospital',
    version,
    base: 'default@1',
    title: 'North Hospital',
    nextExam: { rows: [{ because: 'OSTEOPOROSIS', months: 12, when: 'diagnosis.category == "osteoporosis"' }], source: 'its board', grade: 'site' },
    sentences:
      version < 4 ? [{ rule: 'SITE_CLINIC', section: 'advice', when: 'diagnosis.provisional == false', text: { en: 'A clinic is near.' } }] : [],
    examples: [],
  },
  senders: [],
  devices: [],
  receivers: [],
  archives: [],
  precision: [],
  letterhead: { lines: [] },
});
