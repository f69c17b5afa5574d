import { assessInput } from './assess-input.js';
import { problemsOf } from './problems.js';

/** The example of the exam format, whole. */
const example = {
  patient: {
    id: 'P-1001',
    sex: 'female',
    birthDate: '1956-03-02',
    menopausalStatus: 'post',
    sexForZScore: 'female',
    ethnicGroup: 'White',
    heightCm: 162,
    weightKg: 64,
  },
  intake: {
    fragilityFractures: [{ site: 'wrist', year: 2019 }],
    childhoodFractures: [{ site: 'radius', ageYears: 9, trauma: 'low' }],
    parentHipFracture: false,
    currentSmoker: false,
    alcoholUnitsPerDay: 0,
    rheumatoidArthritis: false,
    glucocorticoids: { prednisoneMgPerDay: 7.5, months: 4 },
    secondaryCauses: ['hyperparathyroidism'],
    historicalHeightLossCm: 4.5,
    reportedVertebralFracture: false,
    treatments: [{ drug: 'alendronate', from: '2023-01', to: '2025-01' }],
    pregnant: false,
    recentContrast: false,
  },
  exam: {
    examId: 'E-7',
    date: '2026-05-04',
    indication: 'follow-up on treatment',
    scanner: { manufacturer: 'GE Healthcare', model: 'Lunar iDXA', serial: 'ME+200123', software: '16.20.059' },
    header: { patientId: 'P-1001', sex: 'female', birthDate: '1956-03-02', heightCm: 162, weightKg: 64 },
    scans: [
      {
        site: 'lumbar-spine',
        mode: 'standard',
        regions: [
          {
            region: 'L1-L4',
            bmd: 0.912,
            bmc: 51.07,
            area: 56,
            tScore: -2.2,
            tReference: { name: 'USA (Combined NHANES/Lunar)', sex: 'female', ethnicity: 'white' },
            zScore: -0.5,
            heightAdjustedZ: -0.2,
          },
        ],
        quality: { status: 'adequate', findings: [{ kind: 'degenerative', region: 'L4', note: 'osteophytes' }] },
        excluded: [{ region: 'L4', reason: 'degenerative' }],
      },
      { site: 'hip', side: 'left', regions: [{ region: 'femoral-neck', bmd: 0.712, tScore: -2.3 }] },
    ],
  },
  priors: [],
  precision: [{ scannerSerial: 'ME+200123', site: 'lumbar-spine', regions: 'L1-L3', lscGcm2: 0.033, validFrom: '2024-01-01' }],
  crossCalibrations: [
    {
      fromSerial: 'ME+100001',
      toSerial: 'ME+200123',
      site: 'lumbar-spine',
      regions: 'L1-L4',
      method: 'patients',
      slope: 1.004,
      intercept: -0.002,
      lscGcm2: 0.045,
      pairs: 30,
    },
  ],
  frax: {
    majorPercent: 14.2,
    hipPercent: 3.4,
    country: 'US',
    population: 'US (Caucasian)',
    version: '4.3',
    withBmd: true,
    inputDevice: 'GE Lunar',
    neckBmd: 0.712,
    neckTScore: -2.3,
    tbsAdjusted: false,
  },
  tbs: { value: 1.29, regions: 'L1-L4', version: '3.1', bmi: 24.4 },
  vfa: {
    status: 'yes',
    levelsNotEvaluable: ['T4'],
    findings: [{ level: 'T12', grade: 2, shape: 'wedge', newSince: '2024-05-02' }],
  },
  scannerQuality: [{ scannerSerial: 'ME+200123', date: '2026-05-04', status: 'in-control' }],
  policy: 'default',
  language: 'en',
};

const problems = (input: unknown): string[] => {
  const read = assessInput.safeParse(input);
  return read.success ? [] : problemsOf(read.error).map(({ at, message }) => `${at} ${message}`);
};

test('the example of the format fits', () => {
  expect(problems(example)).toEqual([]);
});

test('a study that the readers give becomes an exam by adding its id', () => {
  const exam = {
    examId: 'E-7',
    studyInstanceUID: '1.2.3',
    accessionNumber: 'A-100',
    date: '2026-05-04',
    scanner: { manufacturer: 'GE' },
    scans: [
      {
        site: 'hip',
        side: 'left',
        regions: [{ region: 'total-hip', sources: [{ kind: 'ge-sr', sopInstanceUID: '1.2', at: 'DualFemur/Total Left' }] }],
      },
    ],
    deviceTrends: [{ site: 'lumbar-spine', regions: 'L1-L4', points: [{ date: '2024-05-02', bmd: 0.95 }] }],
    problems: [{ code: 'SOURCES_DISAGREE', detail: 'femoral-neck left', sopInstanceUID: '1.2' }],
    objects: [{ sopInstanceUID: '1.2', kind: 'image', site: 'hip', side: 'left', supersededBy: '1.3' }],
  };
  expect(problems({ patient: example.patient, exam })).toEqual([]);
});

test('a misspelt name is a problem at its own place, wherever it stands', () => {
  const scan = {
    site: 'hip',
    sied: 'left',
    regions: [{ region: 'total-hip', tscore: -1, tReference: { name: 'x', gender: 'f' } }],
  };
  expect(problems({ patient: example.patient, exam: { ...example.exam, scans: [scan] }, 'a/b~c': 1 })).toEqual([
    '/exam/scans/0/regions/0/tReference/gender is not a field of this format',
    '/exam/scans/0/regions/0/tscore is not a field of this format',
    '/exam/scans/0/sied is not a field of this format',
    '/a~1b~0c is not a field of this format',
  ]);
});

test('all problems are told at once, with their places', () => {
  const places = problems({
    patient: { id: '', sex: 'f' },
    exam: { examId: 'E', date: '04/05/2026', scanner: {}, scans: [{ site: 'knee', regions: [{}] }] },
  });
  expect(places.map((problem) => problem.split(' ')[0])).toEqual([
    '/patient/id',
    '/patient/sex',
    '/patient/birthDate',
    '/exam/date',
    '/exam/scanner/manufacturer',
    '/exam/scans/0/site',
    '/exam/scans/0/regions/0/region',
  ]);
});

test('dates in an impossible order are problems', () => {
  const prior = { ...example.exam, date: '2026-06-01' };
  const early = { ...example.exam, date: '1950-01-01' };
  expect(
    problems({
      ...example,
      patient: { ...example.patient, birthDate: '2026-05-05' },
      priors: [prior, early],
      intake: {
        treatments: [
          { drug: 'alendronate', from: '2025-02', to: '2025' },
          { drug: 'zoledronate', from: '2025-02-02', to: '2025-01' },
        ],
      },
    }),
  ).toEqual([
    '/exam/date is before the birth date',
    '/priors/0/date is after the exam',
    '/priors/1/date is before the birth date',
    '/intake/treatments/1/to is before the start',
  ]);
});

test('implausible numbers are not problems', () => {
  expect(
    problems({
      patient: example.patient,
      exam: { ...example.exam, scans: [{ site: 'hip', regions: [{ region: 'total-hip', bmd: -4, tScore: 99 }] }] },
    }),
  ).toEqual([]);
});
