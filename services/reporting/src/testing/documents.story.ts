import type { reading, reporting, scheduling } from '@osteon/contracts';
import { at, examA1, msOkafor, NORTH } from '@osteon/testing';

const { examId, patientId } = examA1;

/** The words of the review of exam A1: low bone density at the neck, L4 left out. */
export const review: reading.ReviewContentV1 = {
  examId,
  scanner: { manufacturer: 'GE Healthcare', model: 'Lunar iDXA', serial: 'ME+200123', software: '16.20.059' },
  performedOn: '2026-03-02',
  scans: [
    {
      site: 'lumbar-spine',
      regions: [
        { region: 'L1', bmd: 0.905, bmc: 11.31, area: 12.5, tScore: -1.9, zScore: -0.3 },
        { region: 'L2', bmd: 0.948, bmc: 12.9, area: 13.61, tScore: -2.1, zScore: -0.5 },
        { region: 'L3', bmd: 0.97, bmc: 14.2, area: 14.64, tScore: -1.9, zScore: -0.3 },
        { region: 'L4', bmd: 1.134, bmc: 18.1, area: 15.96, tScore: -0.6, zScore: 1.1 },
        { region: 'L1-L3', bmd: 0.942, bmc: 38.41, area: 40.75, tScore: -1.9, zScore: -0.4 },
        { region: 'L1-L4', bmd: 0.997, bmc: 56.51, area: 56.71, tScore: -1.5, zScore: 0 },
      ],
    },
    {
      site: 'hip',
      side: 'left',
      regions: [
        {
          region: 'femoral-neck',
          bmd: 0.712,
          bmc: 3.5,
          area: 4.92,
          tScore: -2.3,
          tReference: { name: 'NHANES III', sex: 'female' },
          zScore: -0.8,
        },
        { region: 'total-hip', bmd: 0.766, tScore: -1.9, zScore: -0.6 },
      ],
    },
  ],
  quality: [
    { site: 'lumbar-spine', status: 'limited', note: 'osteophytes at L4' },
    { site: 'hip', side: 'left', status: 'adequate' },
  ],
  excluded: [{ region: 'L4', reason: 'degenerative' }],
  assessment: {
    score: { kind: 'T', rule: 'T_SCORE_AFTER_MENOPAUSE' },
    diagnosis: {
      category: 'low-bone-density',
      rule: 'WHO_LOWEST_SITE',
      basis: { site: 'hip', side: 'left', region: 'femoral-neck', score: -2.3 },
    },
  },
  sentences: [
    {
      section: 'technique',
      text: 'DXA of the lumbar spine and the left hip on GE Healthcare Lunar iDXA.',
      rule: 'TECHNIQUE_SCANNER',
      ruleVersion: '1',
      values: {},
    },
    {
      section: 'findings',
      text: 'Left femoral neck: BMD 0.712 g/cm2, T-score -2.3.',
      rule: 'SITE_RESULT',
      ruleVersion: '1',
      values: {},
    },
    {
      section: 'findings',
      text: 'Left total hip: BMD 0.766 g/cm2, T-score -1.9.',
      rule: 'SITE_RESULT',
      ruleVersion: '1',
      values: {},
    },
    {
      section: 'assessment',
      text: 'Low bone density (osteopenia) by WHO criteria: lowest T-score -2.3, left femoral neck.',
      rule: 'WHO_LOWEST_SITE',
      ruleVersion: '1',
      values: {},
    },
  ],
  policy: { id: 'north-hospital', version: 3, base: { id: 'default', version: 1 } },
  comment: 'Compare with the outside study of 2023 when it arrives.',
};

export const details: scheduling.ExamDetailsV1 = {
  indication: 'Back pain, mother with hip fracture',
  referrer: { family: 'Novotná', given: 'Eva', prefix: 'Dr' },
};

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
  receivers: [],
  archives: [],
  precision: [],
  letterhead: { lines: ['North Hospital', 'Department of Bone Densitometry', 'Lindenallee 4, 10115 Berlin'] },
};

export const patient: scheduling.PatientV1 = {
  patientId,
  version: 3,
  identifiers: [msOkafor.identifier],
  name: msOkafor.name,
  birthDate: msOkafor.birthDate,
  sex: msOkafor.sex,
};

export const signature: reporting.ReportSignatureV1 = {
  reportId: '2f1f6a57-12c0-5c35-8f4f-5a9d3d6b7c11',
  revision: 1,
  reviewVersion: 1,
  contentHash: '1'.repeat(64),
  signedBy: 'dr-lee',
  signerName: 'Dr Lee',
  signedAt: at.signed,
  zone: 'Europe/Berlin',
  meaning: 'Reviewed and approved',
};
