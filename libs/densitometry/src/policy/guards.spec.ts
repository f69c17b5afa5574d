import { assess } from '../assess.js';
import { assessInput } from '../assess-input.js';
import type { Assessment } from '../assessment.js';
import { examA1, hip, iDxa, male, mrHalvorsen, msIyer, msOkafor, row, spine, zRow } from '../exams.story.js';
import { readPolicy } from './read-policy.js';
import { defaultPolicy, storedPolicies } from './stored-policies.js';

/** Everything switched off or opened as far as a policy can. */
const hostile = {
  policy: 'hostile',
  version: 1,
  base: 'default@1',
  title: 'As lax as can be',
  values: { postmenopausalAssumedFromYears: 120, vertebralFractureGrade: 2, exclusionMargin: 3, radius33: 'where-needed' },
  advice: ['VFA_INDICATED', 'FOREARM_INDICATED', 'LOOK_FOR_SECONDARY_CAUSES'].map((code) => ({
    code,
    any: [],
    source: 'none',
    grade: 'M',
  })),
  nextExam: { rows: [], source: 'none', grade: 'M' },
  treatmentThresholds: [
    { country: 'US', written: ['us'], majorPercent: 100, hipPercent: 100, when: 'false', source: 'none', grade: 'site' },
  ],
  sentences: [{ rule: 'SITE_ALL_WELL', section: 'advice', when: 'true', text: { en: 'All is well.' } }],
  examples: [],
};

const laxPolicy = () => {
  const read = readPolicy(hostile, storedPolicies);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.policy;
};

const prior = { ...examA1(hip('left', row('total-hip', -1))), examId: 'E0', date: '2024-05-04' };
const precision = [{ scannerSerial: iDxa.serial, site: 'hip', regions: 'total-hip', lscGcm2: 0.02 }];

const dangerous: readonly (readonly [string, object])[] = [
  [
    'another patient in the header',
    {
      patient: msOkafor,
      exam: {
        ...examA1(hip('left', row('total-hip', -2.6))),
        header: { patientId: 'P-9', sex: 'male', birthDate: '1960-01-01' },
      },
    },
  ],
  [
    'a scanner out of control',
    {
      patient: msOkafor,
      scannerQuality: [{ scannerSerial: iDxa.serial, date: '2026-05-04', status: 'out-of-control' }],
      exam: examA1(spine(row('L1-L4', -2.5))),
    },
  ],
  ["a man's T against men", { patient: mrHalvorsen, exam: examA1(hip('left', { ...row('total-hip', -1.4), tReference: male })) }],
  [
    'a lost sign',
    { patient: msOkafor, exam: examA1(hip('left', { ...row('femoral-neck', -2), tScore: 2 }, row('total-hip', 0))) },
  ],
  [
    'an unknown menopausal status',
    { patient: { ...msIyer, menopausalStatus: 'unknown' }, exam: examA1(hip('left', zRow('total-hip', -2.1))) },
  ],
  ['a woman before menopause', { patient: msIyer, exam: examA1(hip('left', zRow('total-hip', -2))) }],
  [
    'a hip fracture with normal density',
    { patient: msOkafor, intake: { fragilityFractures: [{ site: 'hip' }] }, exam: examA1(hip('left', row('total-hip', 0.4))) },
  ],
  [
    'osteoporosis at -2.5',
    { patient: msOkafor, exam: examA1(spine(row('L1-L4', -0.4)), hip('left', row('femoral-neck', -2.5))) },
  ],
  [
    'a loss of the LSC on treatment',
    {
      patient: msOkafor,
      intake: { treatments: [{ drug: 'alendronate', from: '2024-06' }] },
      priors: [prior],
      precision,
      exam: examA1(hip('left', row('total-hip', -1.4))),
    },
  ],
  [
    'another scanner',
    {
      patient: msOkafor,
      priors: [{ ...prior, scanner: { ...iDxa, serial: 'OTHER' } }],
      precision,
      exam: examA1(hip('left', row('total-hip', -1.4))),
    },
  ],
];

const byPolicies: readonly string[] = [
  'VFA_INDICATED',
  'FOREARM_INDICATED',
  'LOOK_FOR_SECONDARY_CAUSES',
  'NEXT_EXAM',
  'FRACTURE_RISK_ABOVE_THRESHOLD',
];

const guards = ({ score, diagnosis, sites, comparisons, findings, advice, sentences }: Assessment) => ({
  score,
  diagnosis,
  sites,
  comparisons,
  findings,
  advice: advice.filter(({ code }) => !byPolicies.includes(code)),
  assessed: sentences.filter(({ section }) => ['findings', 'comparison', 'assessment'].includes(section)).map(({ text }) => text),
});

test.each(dangerous)('the laxest policy changes nothing that guards a patient: %s', (_what, exam) => {
  const input = assessInput.parse(exam);
  expect(guards(assess(input, laxPolicy()))).toEqual(guards(assess(input, defaultPolicy)));
});

describe('a policy is refused that tries to', () => {
  const said = (rule: string, section: string, en: string) => ({ sentences: [{ rule, section, when: 'true', text: { en } }] });
  const rule = { any: [], source: 'x', grade: 'S' };
  const us = { country: 'US', written: ['us'], majorPercent: 20, hipPercent: 3, when: 'true', source: 'x', grade: 'S' };
  test.each<[string, object, string, string]>([
    ['move the WHO classes', { values: { osteoporosisAt: -3 } }, '/values/osteoporosisAt', 'not a field'],
    ['judge by another score', { score: 'T' }, '/score', 'not a field'],
    ['lower a finding', { findings: { IDENTITY_SEX: 'information' } }, '/findings', 'not a field'],
    ['set an LSC', { lscFactor: 1 }, '/lscFactor', 'not a field'],
    [
      'assume menopause at 50',
      { values: { postmenopausalAssumedFromYears: 50 } },
      '/values/postmenopausalAssumedFromYears',
      '>=60',
    ],
    ['overlook grade 2', { values: { vertebralFractureGrade: 3 } }, '/values/vertebralFractureGrade', 'Invalid'],
    [
      'silence a fracture',
      { advice: [{ code: 'CLINICAL_OSTEOPOROSIS_BY_FRACTURE', ...rule }] },
      '/advice/0/code',
      'not advice that a policy may decide',
    ],
    [
      'silence a new analysis',
      { advice: [{ code: 'REANALYSE_AT_DEVICE', ...rule }] },
      '/advice/0/code',
      'not advice that a policy may decide',
    ],
    ['give a class of its own', said('SITE_X', 'advice', 'This is osteopenia.'), '/sentences/0/text/en', 'says "osteopen"'],
    ['call it normal', said('SITE_X', 'patient-letter', 'All values are normal.'), '/sentences/0/text/en', 'says "normal"'],
    ['call it DEXA', said('SITE_X', 'technique', 'Measured by DEXA.'), '/sentences/0/text/en', 'says "DEXA"'],
    [
      'tell an age of bones',
      said('SITE_X', 'advice', 'The bones of an 80-year-old.'),
      '/sentences/0/text/en',
      'says "bones of an"',
    ],
    ['assess by itself', said('SITE_X', 'assessment', 'Fine.'), '/sentences/0/section', 'not a section'],
    ['speak as a rule of the library', said('WHO_LOWEST_SITE', 'advice', 'Fine.'), '/sentences/0/rule', 'SITE_'],
    [
      'reword a reason of the library',
      { reasons: { T_BELOW_MINUS_1: { en: 'fine' } } },
      '/reasons/T_BELOW_MINUS_1',
      'reason of the library',
    ],
    [
      'give a reason without words',
      { nextExam: { rows: [{ because: 'MOON', months: 3, when: 'true' }], source: 'x', grade: 'site' } },
      '/nextExam/rows/0/because',
      'has no words',
    ],
    [
      'treat by an unsourced threshold',
      { treatmentThresholds: [{ ...us, grade: 'M' }] },
      '/treatmentThresholds/0/grade',
      'threshold may rest on',
    ],
    ['treat by no source', { treatmentThresholds: [{ ...us, source: '' }] }, '/treatmentThresholds/0/source', 'Too small'],
    ['state a threshold twice', { treatmentThresholds: [us, us] }, '/treatmentThresholds/1', 'twice: US'],
    [
      'take everything for a drug',
      { boneTreatments: [{ kind: 'any', written: ['a'], treatedForYears: 2 }] },
      '/boneTreatments/0/written/0',
      'Too small',
    ],
    [
      'ask what nobody knows',
      {
        advice: [
          { code: 'VFA_INDICATED', source: 'x', grade: 'S', any: [{ because: 'GLUCOCORTICOIDS', when: 'patient.agee > 3' }] },
        ],
      },
      '/advice/0/any/0/when',
      'patient.agee is not known, in: patient.agee > 3',
    ],
    [
      'question by a result',
      { questionnaire: [{ asks: 'pregnant', when: 'diagnosis.score < -1.0', text: { en: '?' } }] },
      '/questionnaire/0/when',
      'diagnosis.score is not known before the exam, in: diagnosis.score < -1.0',
    ],
    ['be a stored policy', { policy: 'default' }, '/policy', 'name of a stored policy'],
    ['stand on nothing', { base: 'nothing@1' }, '/base', 'not a stored policy: nothing@1'],
  ])('%s', (_what, change, at, message) => {
    const document = { policy: 'site', version: 1, base: 'default@1', title: 'Site', examples: [], ...change };
    expect(readPolicy(document, storedPolicies)).toEqual({
      problems: expect.arrayContaining([{ at, message: expect.stringContaining(message) }]),
    });
  });
});
